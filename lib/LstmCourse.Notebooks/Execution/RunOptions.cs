namespace LstmCourse.Notebooks.Execution;

/// <summary>How notebooks are executed.</summary>
public sealed record RunOptions
{
    /// <summary>What happens to the outputs.</summary>
    public RunMode Mode { get; init; } = RunMode.Execute;

    /// <summary>The longest a single cell may run. Default: five minutes.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many notebooks are executed at a time, at least 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>How often a notebook that did not pass is run again, at least 0: one that passes then is flaky, and not broken.</summary>
    public int Reruns { get; init; }

    /// <summary>Values for the variables of the cell tagged <c>parameters</c>.</summary>
    public NotebookParameters Parameters { get; init; } = NotebookParameters.None;

    /// <summary>Whether a cell that raises an exception lets the cells below it run.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>
    /// Whether kernels compute with other mathematics than those that committed outputs come from: another processor's, or another
    /// library's choice. Cells whose numbers are trained then differ by more than rounding.
    /// </summary>
    public bool OtherMathematics { get; init; }

    /// <summary>The folder for executed copies.</summary>
    public required string CopyFolder { get; init; }
}
