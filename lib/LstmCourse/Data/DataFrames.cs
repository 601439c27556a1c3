using System.Globalization;
using LstmCourse.Display;
using Microsoft.Data.Analysis;

namespace LstmCourse.Data;

/// <summary>Data frames for a notebook.</summary>
public static class DataFrames
{
    private const int LongestText = 100;

    /// <summary>
    /// The first rows of a data frame as a plain table, which shows the same in every front end; a data frame itself shows as a list of
    /// objects, or with a script that not every front end runs.
    /// </summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="rows">How many rows at most.</param>
    /// <param name="numberFormat">How numbers that are not whole are written, such as <c>0.000</c>.</param>
    /// <returns>The table. Long texts are cut, nulls are empty, and a last line says how many rows are left out.</returns>
    public static Table AsTable(this DataFrame frame, int rows = 20, string? numberFormat = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 0);
        var shown = frame.Rows.Take(rows).Select(row => row.Select(Shorten));
        var left = frame.Rows.Count - rows;
        if (left > 0 && frame.Columns.Count > 0)
        {
            var note = $"... {left.ToString("N0", CultureInfo.InvariantCulture)} more";
            shown = shown.Append([note, .. Enumerable.Repeat<object?>(null, frame.Columns.Count - 1)]);
        }

        return new Table(frame.Columns.Select(column => column.Name), shown, numberFormat);
    }

    /// <summary>Reviews as a data frame with the columns id, text, stars, label, words and slice.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<Review> reviews)
    {
        var list = reviews.ToArray();
        return new DataFrame(
            new StringDataFrameColumn("id", list.Select(review => review.Id)),
            new StringDataFrameColumn("text", list.Select(review => review.Text)),
            new Int32DataFrameColumn("stars", list.Select(review => review.Stars)),
            new Int32DataFrameColumn("label", list.Select(review => review.Label)),
            new Int32DataFrameColumn("words", list.Select(review => review.Text.Split(' ').Length)),
            new StringDataFrameColumn("slice", list.Select(review => review.Slice is { } slice ? ReviewColumns.NameOf(slice) : "")));
    }

    private static object? Shorten(object? value) =>
        value is string { Length: > LongestText } text ? text[..LongestText].TrimEnd() + "..." : value;
}
