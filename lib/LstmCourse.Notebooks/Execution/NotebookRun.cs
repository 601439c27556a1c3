using System.Collections.Immutable;
using LstmCourse.Notebooks.Comparison;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>The execution of one notebook.</summary>
/// <param name="Notebook">The notebook as it was read.</param>
/// <param name="Cells">Its code cells in order.</param>
/// <param name="Elapsed">The time from starting the kernel to ending it.</param>
/// <param name="PeakMemory">The most memory the kernel used, in bytes; null where it could not be measured.</param>
/// <param name="StartProblem">Why the kernel did not start; null when it did.</param>
public sealed record NotebookRun(Notebook Notebook, ImmutableArray<CellRun> Cells, TimeSpan Elapsed, long? PeakMemory, string? StartProblem)
{
    /// <summary>Whether the kernel started and every cell passed.</summary>
    public bool Passed => StartProblem is null && Cells.All(cell => cell.Status == CellStatus.Passed);

    /// <summary>The cell that ended the run early, or null.</summary>
    public CellRun? Failure => Cells.FirstOrDefault(cell => cell.Status is not (CellStatus.Passed or CellStatus.NotRun));

    /// <summary>The differences between the committed outputs of every cell that passed and its new ones.</summary>
    /// <param name="otherMathematics">Whether trained numbers are expected to differ.</param>
    public ImmutableArray<OutputDifference> Differences(bool otherMathematics = false) =>
    [
        .. Cells.Where(run => run.Status == CellStatus.Passed)
            .SelectMany(run => OutputComparer.Compare(run.Cell, run.Outputs, otherMathematics)),
    ];

    /// <summary>
    /// The differences between what another kernel made of the same notebook and this run, of the cells that passed in both.
    /// </summary>
    /// <param name="other">The run that this one is compared with, as if its outputs were the committed ones.</param>
    public ImmutableArray<OutputDifference> DifferencesTo(NotebookRun other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return
        [
            .. Cells.Zip(other.Cells)
                .Where(pair => pair.First.Status == CellStatus.Passed && pair.Second.Status == CellStatus.Passed)
                .SelectMany(pair => OutputComparer.Compare(pair.Second.Cell with { Outputs = pair.Second.Outputs }, pair.First.Outputs)),
        ];
    }

    /// <summary>The notebook with the outputs of this run, execution counts from 1 in order.</summary>
    public Notebook ToExecutedNotebook() => Notebook.WithOutputs(Cells.ToDictionary(run => run.Cell.Index, ResultOf));

    /// <summary>
    /// The notebook as <c>--update</c> writes it: like the executed one, but a cell tagged <c>volatile</c> keeps its outputs when nothing
    /// except times and memory figures changed, so that a timing alone makes no difference in version control.
    /// </summary>
    public Notebook ToUpdatedNotebook() =>
        Notebook.WithOutputs(Cells.Where(run => !KeepsItsOutputs(run)).ToDictionary(run => run.Cell.Index, ResultOf));

    private static CellResult ResultOf(CellRun run) => run.Status == CellStatus.NotRun ? new([], null) : new(run.Outputs, run.Cell.Number);

    private static bool KeepsItsOutputs(CellRun run) =>
        run.Cell.HasTag(Tolerance.VolatileTag) && run.Cell.ExecutionCount == run.Cell.Number
            && OutputComparer.Compare(run.Cell, run.Outputs).IsEmpty;
}
