using System.Globalization;

namespace LstmCourse.Data;

/// <summary>Knows which column of a file holds what, and reads rows with a message for whatever is wrong with them.</summary>
internal sealed class ReviewColumns
{
    private readonly string _path;
    private readonly string[] _heading;

    public ReviewColumns(string path, string[] heading, IEnumerable<string> required)
    {
        (_path, _heading) = (path, heading);
        var missing = required.Where(column => !heading.Contains(column, StringComparer.Ordinal)).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidDataException(
                $"{path}: expected the columns {string.Join(", ", required)}, found {string.Join(", ", heading.Select(Shorten))}. "
                    + $"Missing: {string.Join(", ", missing)}.");
        }
    }

    /// <summary>How a slice is written in a file: verdict-first.</summary>
    public static string NameOf(ReviewSlice slice) =>
        string.Concat(slice.ToString().Select((letter, index) =>
            index > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>Reads a row.</summary>
    public Review Read(CsvRow row)
    {
        if (row.Fields.Length != _heading.Length)
        {
            throw Wrong(
                row,
                $"expected {_heading.Length} fields ({string.Join(", ", _heading)}), got {row.Fields.Length}. Put quotation marks "
                    + "around texts with commas.");
        }

        var text = Field(row, "text")!;
        if (!text.Any(char.IsLetterOrDigit)) throw Wrong(row, "the text is empty: it has no words. Fill it in or delete the row.");
        var stars = Number(row, "stars", 1, 10);
        var label = Number(row, "label", 0, 1);
        if (stars is > Review.NegativeUpTo and < Review.PositiveFrom)
        {
            throw Wrong(
                row,
                $"{stars} stars are neither positive ({Review.PositiveFrom} or more) nor negative ({Review.NegativeUpTo} or fewer). "
                    + "Leave such reviews out.");
        }

        if (label == 1 != stars >= Review.PositiveFrom)
        {
            throw Wrong(row, $"the label {label} contradicts {stars} stars. Positive is 1, negative is 0.");
        }

        return new Review(Field(row, "id")!, text, stars, label, Slice(row), Field(row, "noisy") == "1");
    }

    private ReviewSlice? Slice(CsvRow row)
    {
        var name = Field(row, "slice");
        if (string.IsNullOrEmpty(name)) return null;
        foreach (var slice in Enum.GetValues<ReviewSlice>())
        {
            if (NameOf(slice) == name) return slice;
        }

        throw Wrong(
            row,
            $"there is no slice \"{Shorten(name)}\". The slices are {string.Join(", ", Enum.GetValues<ReviewSlice>().Select(NameOf))}.");
    }

    private int Number(CsvRow row, string column, int from, int to)
    {
        var text = Field(row, column)!;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Wrong(row, $"expected a whole number from {from} to {to} in the column {column}, got \"{Shorten(text)}\".");
    }

    private string? Field(CsvRow row, string column)
    {
        var index = Array.IndexOf(_heading, column);
        return index < 0 ? null : row.Fields[index];
    }

    private InvalidDataException Wrong(CsvRow row, string what) => new($"{_path}, line {row.Line}: {what}");

    private static string Shorten(string text) => text.Length > 30 ? text[..30] + "..." : text;
}
