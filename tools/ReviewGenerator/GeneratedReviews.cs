using LstmCourse.Data;

namespace ReviewGenerator;

/// <summary>
/// Writes film reviews from a grammar and a seed. The same seed gives the same reviews on every machine; <c>data/reviews.csv</c>
/// is what <see cref="Generate"/> gives with its default arguments.
/// </summary>
internal static class GeneratedReviews
{
    /// <summary>The seed of the reviews that ship with the course.</summary>
    public const int DefaultSeed = 2026;

    /// <summary>How many reviews ship with the course.</summary>
    public const int DefaultCount = 6_000;

    /// <summary>The share of reviews whose rating contradicts their text, as happens with real ratings: 1 in 100.</summary>
    public const double NoiseShare = 0.01;

    // In hundredths of all reviews.
    private static readonly (ReviewSlice Slice, int Share)[] Shares =
    [
        (ReviewSlice.Plain, 35), (ReviewSlice.Mixed, 9), (ReviewSlice.Hedged, 11), (ReviewSlice.VerdictFirst, 13),
        (ReviewSlice.VerdictLast, 10), (ReviewSlice.Negation, 8), (ReviewSlice.Contrast, 8), (ReviewSlice.Hearsay, 6),
    ];

    /// <summary>Writes reviews, half of each slice in favour and half against, in random order.</summary>
    /// <param name="count">How many, a multiple of 200 so that slices and labels come out even.</param>
    /// <param name="seed">Any number.</param>
    /// <returns>The reviews; no text occurs twice.</returns>
    public static IReadOnlyList<Review> Generate(int count = DefaultCount, int seed = DefaultSeed)
    {
        if (count < 200 || count % 200 != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Expected a multiple of 200, so that slices and labels come out even, got {count}.");
        }

        var random = new SeededRandom((ulong)seed);
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var drafts = new List<(string Text, int Stars, ReviewSlice Slice)>(count);
        foreach (var (slice, share) in Shares)
        {
            for (var i = 0; i < count * share / 100; i++) drafts.Add(WriteOne(random, slice, positive: i % 2 == 0, texts));
        }

        var order = drafts.ToArray();
        random.Shuffle<(string, int, ReviewSlice)>(order);
        var noisy = ChooseNoisy(random, count);
        return [.. order.Select((draft, index) => ToReview(index, draft, noisy.Contains(index)))];
    }

    private static (string Text, int Stars, ReviewSlice Slice) WriteOne(
        SeededRandom random, ReviewSlice slice, bool positive, HashSet<string> texts)
    {
        while (true)
        {
            var strength = slice == ReviewSlice.Hedged || random.Chance(0.2) ? "mild" : random.Chance(0.55) ? "plain" : "strong";
            var text = ReviewWriter.Write(random, slice, positive, strength);
            var words = text.AsSpan().Count(' ') + 1;
            if (words is >= 15 and <= 250 && texts.Add(text)) return (text, Stars(random, slice, positive, strength), slice);
        }
    }

    private static int Stars(SeededRandom random, ReviewSlice slice, bool positive, string strength)
    {
        var distance = strength switch
        {
            "mild" => 0,
            "plain" => random.Between(0, 2),
            _ => random.Between(2, 3),
        };
        if (slice is ReviewSlice.Mixed or ReviewSlice.Contrast) distance = Math.Max(0, distance - 1);
        return positive ? Review.PositiveFrom + distance : Review.NegativeUpTo - distance;
    }

    private static HashSet<int> ChooseNoisy(SeededRandom random, int count)
    {
        var indices = Enumerable.Range(0, count).ToArray();
        random.Shuffle<int>(indices);
        return [.. indices.Take((int)Math.Round(count * NoiseShare))];
    }

    private static Review ToReview(int index, (string Text, int Stars, ReviewSlice Slice) draft, bool isNoisy)
    {
        var stars = isNoisy ? 11 - draft.Stars : draft.Stars;
        return new Review($"g{index + 1:0000}", draft.Text, stars, stars >= Review.PositiveFrom ? 1 : 0, draft.Slice, isNoisy);
    }
}
