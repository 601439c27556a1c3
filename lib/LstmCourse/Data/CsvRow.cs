namespace LstmCourse.Data;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line in which it begins, counted from 1.</param>
/// <param name="Fields">Its fields without quotation marks.</param>
internal readonly record struct CsvRow(int Line, string[] Fields);
