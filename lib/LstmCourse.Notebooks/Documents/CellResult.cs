using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Documents;

/// <summary>What executing a code cell leaves in the file.</summary>
/// <param name="Outputs">The outputs in order.</param>
/// <param name="ExecutionCount">The cell's number in the session; null if it was not executed.</param>
public sealed record CellResult(ImmutableArray<CellOutput> Outputs, int? ExecutionCount);
