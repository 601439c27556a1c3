using System.Collections.Immutable;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>What became of a code cell.</summary>
public enum CellStatus
{
    /// <summary>It ran as it should; a cell tagged <c>raises-exception</c> raised one.</summary>
    Passed,

    /// <summary>It raised an exception or did not compile.</summary>
    Failed,

    /// <summary>It is tagged <c>raises-exception</c> and raised none.</summary>
    DidNotRaise,

    /// <summary>Its time was up; the kernel was ended.</summary>
    TimedOut,

    /// <summary>The kernel's process ended while it ran.</summary>
    KernelDied,

    /// <summary>An earlier cell ended the run.</summary>
    NotRun,
}

/// <summary>The execution of one code cell.</summary>
/// <param name="Cell">The cell as the file has it.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">Its outputs, later updates of its displays included.</param>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Problem">Null when it passed or did not run; otherwise what went wrong, in one line or a few.</param>
public sealed record CellRun(CodeCell Cell, CellStatus Status, ImmutableArray<CellOutput> Outputs, TimeSpan Elapsed, string? Problem);
