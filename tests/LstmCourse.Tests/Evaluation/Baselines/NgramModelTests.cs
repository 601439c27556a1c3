using LstmCourse.Evaluation.Baselines;

namespace LstmCourse.Tests.Evaluation.Baselines;

public sealed class NgramModelTests
{
    // ids: a = 4, b = 5, c = 6; the text is "a b a c".
    private static readonly long[][] Text = [[4, 5, 4, 6]];

    [Fact]
    public void A_bigram_after_a_seen_word_is_the_one_computed_by_hand()
    {
        var model = NgramModel.Fit(Text, order: 2, vocabularySize: 7, discount: 0.5);

        // The bigrams are <begin> a, a b, b a, a c: a follows two different words, b and c one each, so of 4 bigram types
        // P1(b) = (1 - 0.5)/4 + 0.5 · 3/4 · 1/7, and after a, seen twice with two followers, P(b | a) = (1 - 0.5)/2 + 0.5 · 2/2 · P1(b).
        var unigram = 0.5 / 4 + 0.5 * 3 / 4 / 7;
        Assert.Equal(0.25 + 0.5 * unigram, model.Probability([4], 5), 12);
    }

    [Fact]
    public void A_word_never_seen_after_a_context_still_has_a_probability()
    {
        var model = NgramModel.Fit(Text, order: 3, vocabularySize: 7);

        Assert.InRange(model.Probability([4, 5], 6), 1e-6, 0.5);
        Assert.InRange(model.Probability([6, 6], 0), 1e-6, 0.5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Probabilities_sum_to_one_after_any_context(int order)
    {
        var random = new Random(1);
        long[][] sequences = [.. Enumerable.Range(0, 30)
            .Select(_ => Enumerable.Range(0, 20).Select(_ => (long)random.Next(4, 12)).ToArray())];
        var model = NgramModel.Fit(sequences, order, vocabularySize: 14);

        foreach (var context in new long[][] { [], [4], [4, 5], [13, 13], [5, 6, 7, 8] })
        {
            var distribution = model.Distribution(context);
            Assert.Equal(1, distribution.Sum(), 10);
            Assert.All(Enumerable.Range(0, 14), id => Assert.Equal(distribution[id], model.Probability(context, id), 12));
        }
    }

    [Fact]
    public void Perplexity_is_the_inverse_geometric_mean_of_the_probabilities()
    {
        var model = NgramModel.Fit(Text, order: 2, vocabularySize: 7);
        var product = model.Probability([], 4) * model.Probability([4], 5) * model.Probability([4, 5], 5);

        Assert.Equal(Math.Pow(product, -1 / 3.0), model.Perplexity([[4, 5, 5]]), 10);
    }

    [Fact]
    public void A_longer_context_helps_on_text_that_repeats_itself()
    {
        long[][] verse = [.. Enumerable.Repeat<long[]>([4, 5, 6, 4, 7, 8], 20)];

        var bigram = NgramModel.Fit(verse, 2, 10).Perplexity([[4, 5, 6, 4, 7, 8]]);
        var trigram = NgramModel.Fit(verse, 3, 10).Perplexity([[4, 5, 6, 4, 7, 8]]);

        Assert.True(trigram < bigram, $"trigram {trigram}, bigram {bigram}");
    }

    [Fact]
    public void Ids_outside_the_vocabulary_are_refused_with_the_range()
    {
        var error = Assert.Throws<ArgumentException>(() => NgramModel.Fit([[4, 9]], 2, 7));

        Assert.Contains("from 0 to 6, got 9", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NgramModel.Fit([], 2, 7));
    }
}
