namespace LstmCourse.Evaluation;

/// <summary>What a line of an <see cref="EvaluationChecklist"/> came to.</summary>
public enum ChecklistVerdict
{
    /// <summary>It holds.</summary>
    Yes,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>A number to look at, which has no right or wrong by itself.</summary>
    Noted,

    /// <summary>The checklist was not given what it would need to say.</summary>
    NotAsked,
}
