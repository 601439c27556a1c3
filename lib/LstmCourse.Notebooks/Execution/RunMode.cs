namespace LstmCourse.Notebooks.Execution;

/// <summary>What a run does with the outputs.</summary>
public enum RunMode
{
    /// <summary>Writes executed copies only.</summary>
    Execute,

    /// <summary>Compares them with the committed ones too.</summary>
    Check,

    /// <summary>Writes them into the notebooks too.</summary>
    Update,
}
