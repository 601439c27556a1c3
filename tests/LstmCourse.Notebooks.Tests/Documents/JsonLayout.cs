namespace LstmCourse.Notebooks.Tests.Documents;

/// <summary>How a file lays its JSON out.</summary>
/// <param name="Indent">What stands before a value for each level; null for a file of one line.</param>
/// <param name="NewLine">What ends a line.</param>
/// <param name="Colon">What follows a name.</param>
/// <param name="Comma">What parts values in a file of one line.</param>
/// <param name="IsAscii">Whether other letters are written as numbers.</param>
/// <param name="End">What stands behind the last bracket.</param>
/// <param name="HasMark">Whether the file begins with a byte order mark.</param>
internal sealed record JsonLayout(
    string? Indent, string NewLine, string Colon, string Comma, bool IsAscii, string End, bool HasMark);
