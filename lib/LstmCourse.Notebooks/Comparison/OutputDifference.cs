using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>A place where a cell's new outputs are not the committed ones.</summary>
/// <param name="Cell">The cell's number in brackets; null for a blank cell.</param>
/// <param name="Place">Which output, and where in it.</param>
/// <param name="Lines">What is there: lines that begin with <c>- </c> are committed, lines that begin with <c>+ </c> are new.</param>
public sealed record OutputDifference(int? Cell, string Place, ImmutableArray<string> Lines);
