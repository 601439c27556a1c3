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
        var parts = Divide(reviews, validation, test, seed);
        if (parts.Any(part => part.Count == 0))
        {
            throw new ArgumentException(
                $"{reviews.Count} reviews are too few for the shares {validation} and {test}: a part came out empty.", nameof(reviews));
        }

        return new Split<Review>(parts[0], parts[1], parts[2]);
    }

    /// <summary>
    /// Makes the three parts where a corpus comes with its own test part: validation reviews are drawn from the training part as in
    /// <see cref="Stratified"/>, and training reviews whose text is also in the test part are left out.
    /// </summary>
    /// <param name="train">The corpus's training part.</param>
    /// <param name="test">The corpus's test part; it stays as it is.</param>
    /// <param name="validation">The share of the training part to validate with, more than 0 and less than 1.</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <exception cref="ArgumentException">The share leaves nothing for a part, or there are too few reviews.</exception>
    public static Split<Review> WithGivenTest(
        IReadOnlyList<Review> train, IReadOnlyList<Review> test, double validation = 0.1, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        if (validation is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(validation), validation, "Expected a share above 0 and below 1, such as 0.1.");
        }

        var tested = test.Select(review => NormalizedText(review.Text)).ToHashSet(StringComparer.Ordinal);
        var parts = Divide([.. train.Where(review => !tested.Contains(NormalizedText(review.Text)))], validation, 0, seed);
        return parts[0].Count > 0 && parts[1].Count > 0 && test.Count > 0
            ? new Split<Review>(parts[0], parts[1], test)
            : throw new ArgumentException(
                $"{train.Count} reviews to train and {test.Count} to test are too few to validate with a share of {validation}: a part "
                    + "came out empty.",
                nameof(train));
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

    private static List<Review>[] Divide(IReadOnlyList<Review> reviews, double validation, double test, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        List<Review>[] parts = [[], [], []];
        foreach (var stratum in GroupSameTexts(reviews).GroupBy(same => (same[0].Label, same[0].Slice)).OrderBy(stratum => stratum.Key))
        {
            var groups = stratum.ToArray();
            random.Shuffle<Review[]>(groups);
            Deal(groups, parts, stratum.Sum(group => group.Length), validation, test);
        }

        foreach (var part in parts) random.Shuffle<Review>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(part));
        return parts;
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
