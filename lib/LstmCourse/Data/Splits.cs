using LstmCourse.Data.Generation;
using LstmCourse.Text;

namespace LstmCourse.Data;

/// <summary>Divides corpora into training, validation and test parts.</summary>
public static class Splits
{
    /// <summary>
    /// Divides reviews at random so that each part has the same mixture of labels and slices. Reviews whose texts are the same but
    /// for case, punctuation and spaces go into one part together: none of them is trained on and tested with.
    /// </summary>
    /// <param name="reviews">The reviews.</param>
    /// <param name="validation">The share to validate with, more than 0.</param>
    /// <param name="test">The share to test with, more than 0; the rest is trained on.</param>
    /// <param name="seed">The same seed gives the same parts on every machine, whatever the order of the reviews.</param>
    /// <exception cref="ArgumentException">The shares leave nothing for a part, or there are too few reviews.</exception>
    public static Split<Review> Stratified(IReadOnlyList<Review> reviews, double validation = 0.1, double test = 0.1, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        CheckShares(validation, test);
        var random = new SeededRandom((ulong)seed);
        List<Review>[] parts = [[], [], []];
        foreach (var stratum in GroupSameTexts(reviews).GroupBy(same => (same[0].Label, same[0].Slice)).OrderBy(stratum => stratum.Key))
        {
            var groups = stratum.ToArray();
            random.Shuffle<Review[]>(groups);
            Deal(groups, parts, stratum.Sum(group => group.Length), validation, test);
        }

        foreach (var part in parts)
        {
            if (part.Count == 0)
            {
                throw new ArgumentException(
                    $"{reviews.Count} reviews are too few for the shares {validation} and {test}: a part came out empty.", nameof(reviews));
            }
            random.Shuffle<Review>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(part));
        }

        return new Split<Review>(parts[0], parts[1], parts[2]);
    }

    /// <summary>
    /// Divides a running text, such as its sentences, into three blocks in order. A random choice would put sentences that lie side by
    /// side into different parts, and the model would be tested on what it has nearly read.
    /// </summary>
    /// <param name="items">The pieces of the text in order.</param>
    /// <param name="validation">The share to validate with, more than 0.</param>
    /// <param name="test">The share to test with, more than 0.</param>
    public static Split<T> Contiguous<T>(IReadOnlyList<T> items, double validation = 0.1, double test = 0.1)
    {
        ArgumentNullException.ThrowIfNull(items);
        CheckShares(validation, test);
        var testStart = items.Count - (int)Math.Round(items.Count * test);
        var validationStart = testStart - (int)Math.Round(items.Count * validation);
        if (validationStart == 0 || validationStart == testStart || testStart == items.Count)
        {
            throw new ArgumentException(
                $"{items.Count} pieces are too few for the shares {validation} and {test}: a part came out empty.", nameof(items));
        }

        return new Split<T>([.. items.Take(validationStart)], [.. items.Take(testStart).Skip(validationStart)], [.. items.Skip(testStart)]);
    }

    /// <summary>The text without what does not make it another text: case, punctuation, markup and spaces.</summary>
    public static string NormalizedText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(CleanText.Repair(Markup.Strip(text)).Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    // Groups in an order that depends on the texts alone.
    private static IEnumerable<Review[]> GroupSameTexts(IReadOnlyList<Review> reviews) => reviews
        .GroupBy(review => NormalizedText(review.Text))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.OrderBy(review => review.Id, StringComparer.Ordinal).ToArray());

    private static void Deal(Review[][] groups, List<Review>[] parts, int total, double validation, double test)
    {
        var (testCount, validationCount) = ((int)Math.Round(total * test), (int)Math.Round(total * validation));
        var (tested, validated) = (0, 0);
        foreach (var group in groups)
        {
            if (tested < testCount) { parts[2].AddRange(group); tested += group.Length; }
            else if (validated < validationCount) { parts[1].AddRange(group); validated += group.Length; }
            else parts[0].AddRange(group);
        }
    }

    private static void CheckShares(double validation, double test)
    {
        if (!(validation > 0 && test > 0 && validation + test < 1))
        {
            throw new ArgumentException(
                $"Expected shares above 0 that leave something to train on, such as validation: 0.1, test: 0.1, got {validation} and "
                    + $"{test}.", nameof(validation));
        }
    }
}
