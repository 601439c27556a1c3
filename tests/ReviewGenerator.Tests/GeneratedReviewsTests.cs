using LstmCourse.Data;
using LstmCourse.Testing;

namespace ReviewGenerator.Tests;

public sealed class GeneratedReviewsTests
{
    private static readonly IReadOnlyList<Review> Reviews = GeneratedReviews.Generate();

    [Fact]
    public void The_shipped_file_is_what_the_generator_yields()
    {
        using var writer = new StringWriter();
        ReviewCorpus.Write(writer, Reviews);
        Assert.Equal(writer.ToString(), File.ReadAllText(Repository.PathOf("data", "reviews.csv")));
    }

    [Fact]
    public void Another_seed_gives_other_reviews_and_the_same_seed_the_same()
    {
        Assert.Equal(GeneratedReviews.Generate(200, seed: 3), GeneratedReviews.Generate(200, seed: 3));
        Assert.Empty(GeneratedReviews.Generate(200, seed: 3)
            .Select(review => review.Text).Intersect(GeneratedReviews.Generate(200, seed: 4).Select(review => review.Text)));
    }

    [Fact]
    public void Stars_and_labels_agree_and_none_lie_between()
    {
        Assert.All(Reviews, review => Assert.True(review.Label == 1 ? review.Stars is >= 7 and <= 10 : review.Stars is >= 1 and <= 4));
        Assert.Equal([1, 2, 3, 4, 7, 8, 9, 10], Reviews.Select(review => review.Stars).Distinct().Order());
    }

    [Fact]
    public void Labels_are_balanced_in_every_slice_but_for_the_noise()
    {
        Assert.Equal(60, Reviews.Count(review => review.IsNoisy));
        foreach (var slice in Reviews.GroupBy(review => review.Slice))
        {
            Assert.Equal(slice.Count() / 2, slice.Count(review => review.IsNoisy ? review.Label == 0 : review.Label == 1));
        }

        Assert.Equal(8, Reviews.Select(review => review.Slice).Distinct().Count());
    }

    [Fact]
    public void Lengths_lie_between_15_and_250_words_and_no_text_comes_twice()
    {
        Assert.All(Reviews, review => Assert.InRange(review.Text.Split(' ').Length, 15, 250));
        Assert.Equal(Reviews.Count, Reviews.Select(review => Splits.NormalizedText(review.Text)).Distinct().Count());
    }

    // Near-duplicates would share trigrams that are rare otherwise; only pairs that do are compared in full.
    [Fact]
    public void No_two_reviews_are_near_duplicates()
    {
        var trigrams = Reviews.Select(review => Trigrams(review.Text)).ToArray();
        var pairs = trigrams.SelectMany((set, index) => set.Select(trigram => (trigram, index)))
            .GroupBy(entry => entry.trigram, entry => entry.index)
            .Select(group => group.ToArray())
            .Where(indices => indices.Length is > 1 and <= 20)
            .SelectMany(indices => indices.SelectMany(i => indices.Where(j => j < i).Select(j => (i, j))))
            .CountBy(pair => pair)
            .Where(pair => pair.Value >= 5)
            .ToArray();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair =>
        {
            var (one, other) = (trigrams[pair.Key.i], trigrams[pair.Key.j]);
            var shared = one.Count(other.Contains);
            Assert.True(shared < 0.4 * (one.Count + other.Count - shared),
                $"{Reviews[pair.Key.i].Id} and {Reviews[pair.Key.j].Id} share {shared} trigrams");
        });
    }

    [Fact]
    public void Texts_hold_no_traces_of_the_grammar() =>
        Assert.All(Reviews, review => Assert.DoesNotMatch(@"[\[\]{}|$*+]|  ", review.Text));

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void Refuses_counts_that_do_not_come_out_even(int count) =>
        Assert.Contains("multiple of 200", Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedReviews.Generate(count)).Message,
            StringComparison.Ordinal);

    private static HashSet<string> Trigrams(string text)
    {
        var words = text.ToUpperInvariant().Split(' ');
        return [.. Enumerable.Range(0, words.Length - 2).Select(i => string.Join(' ', words, i, 3))];
    }
}
