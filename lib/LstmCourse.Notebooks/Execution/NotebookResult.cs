using System.Collections.Immutable;
using LstmCourse.Notebooks.Comparison;

namespace LstmCourse.Notebooks.Execution;

/// <summary>How the run of a notebook ended.</summary>
public enum NotebookOutcome
{
    /// <summary>Every cell passed, and the outputs are the committed ones where they were compared.</summary>
    Passed,

    /// <summary>Every cell passed, but outputs differ from the committed ones.</summary>
    Differs,

    /// <summary>A cell did not do what it should.</summary>
    Failed,

    /// <summary>A cell's time was up.</summary>
    TimedOut,

    /// <summary>The kernel ended by itself, or did not start.</summary>
    KernelDied,
}

/// <summary>The result of one notebook of a run.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Run">What its cells did.</param>
/// <param name="Differences">Where the outputs differ from the committed ones; empty unless they were compared.</param>
/// <param name="Updated">Whether the file was rewritten.</param>
public sealed record NotebookResult(NotebookFile File, NotebookRun Run, ImmutableArray<OutputDifference> Differences, bool Updated)
{
    /// <summary>The run whose outputs these were compared with; null where they were the committed ones.</summary>
    public NotebookRun? Expected { get; init; }

    /// <summary>How often it was run: more than once where runs before did not pass.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether it passed, but not at the first attempt.</summary>
    public bool IsFlaky => Attempts > 1 && Outcome == NotebookOutcome.Passed;

    /// <summary>How it ended.</summary>
    public NotebookOutcome Outcome => Run switch
    {
        { StartProblem: not null } => NotebookOutcome.KernelDied,
        { Failure.Status: CellStatus.KernelDied } => NotebookOutcome.KernelDied,
        { Failure.Status: CellStatus.TimedOut } => NotebookOutcome.TimedOut,
        { Failure: not null } => NotebookOutcome.Failed,
        _ => Differences.IsEmpty ? NotebookOutcome.Passed : NotebookOutcome.Differs,
    };

    /// <summary>What is wrong, each problem as one or more lines that begin with the notebook and the cell; empty when it passed.</summary>
    public IEnumerable<string> Problems()
    {
        if (Run.StartProblem is { } problem) yield return $"{File.DisplayName}: {problem}";
        foreach (var difference in Differences)
        {
            var lines = string.Join('\n', difference.Lines.Select(line => "  " + line));
            yield return $"{File.DisplayName}, cell {difference.Cell}, {difference.Place} differs:\n{lines}";
        }

        if (Run.Failure is { } failure) yield return $"{File.DisplayName}, cell {failure.Cell.Number}: {failure.Problem}";
    }
}
