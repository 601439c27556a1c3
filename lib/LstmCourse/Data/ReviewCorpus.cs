using System.Globalization;

namespace LstmCourse.Data;

/// <summary>
/// Reads and writes reviews as CSV with the columns id, text, stars (1 to 10) and label (1 positive, 0 negative), and for generated
/// reviews also slice and noisy.
/// </summary>
public static class ReviewCorpus
{
    private static readonly string[] Required = ["id", "text", "stars", "label"];

    /// <summary>The 6,000 reviews that ship with the course, written by <c>tools/ReviewGenerator</c>.</summary>
    public static IReadOnlyList<Review> LoadGenerated() => Load(CourseData.PathOf("reviews.csv"));

    /// <summary>
    /// The reviews that were written by hand. They are never trained on: they show what a score on generated text is worth.
    /// </summary>
    public static IReadOnlyList<Review> LoadHandwritten() => Load(CourseData.PathOf("reviews-handwritten.csv"));

    /// <summary>Reads a file of reviews. Other columns than those known are allowed and ignored.</summary>
    /// <param name="path">A CSV file in UTF-8 with a heading.</param>
    /// <returns>The reviews in the order of the file, at least one.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A column is missing or a row is wrong; the message names the line.</exception>
    public static IReadOnlyList<Review> Load(string path)
    {
        var rows = ReadRows(path);
        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{path} is empty: expected a heading with the columns {string.Join(", ", Required)}.");
        }

        var columns = new ReviewColumns(path, rows[0].Fields, Required);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var reviews = rows.Skip(1).Select(columns.Read).ToArray();
        for (var i = 0; i < reviews.Length; i++)
        {
            if (!ids.Add(reviews[i].Id))
            {
                throw new InvalidDataException(
                    $"{path}, line {rows[i + 1].Line}: the id {reviews[i].Id} stands there twice. Give each review its own.");
            }
        }

        return reviews.Length > 0 ? reviews : throw new InvalidDataException($"{path} has a heading and no reviews.");
    }

    /// <summary>Writes reviews; an earlier file stays whole until the new one is complete.</summary>
    public static void Save(string path, IEnumerable<Review> reviews) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, TextFile.StrictUtf8, leaveOpen: true);
        Write(writer, reviews);
    });

    /// <summary>Writes reviews as CSV text with all six columns.</summary>
    internal static void Write(TextWriter writer, IEnumerable<Review> reviews) =>
        CsvFormat.Write(writer, reviews.Select(Fields).Prepend(["id", "text", "stars", "label", "slice", "noisy"]));

    private static string[] Fields(Review review) =>
    [
        review.Id,
        review.Text,
        review.Stars.ToString(CultureInfo.InvariantCulture),
        review.Label.ToString(CultureInfo.InvariantCulture),
        review.Slice is { } slice ? ReviewColumns.NameOf(slice) : "",
        review.IsNoisy ? "1" : "0",
    ];

    private static List<CsvRow> ReadRows(string path)
    {
        try
        {
            using var reader = new StringReader(TextFile.Read(path));
            return [.. CsvFormat.Read(reader)];
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}, {error.Message}", error);
        }
    }
}
