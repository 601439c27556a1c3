using LstmCourse.Decoding;

namespace LstmCourse.Tests.Decoding;

public sealed class DecoderTests
{
    // Token 0 first looks better (0.6), but leads to a poor second token (0.4 at best); token 1 (0.4) leads to 2 for sure.
    private static double[] Garden(IReadOnlyList<long> context) => context[^1] switch
    {
        0 => Logs(0.3, 0.3, 0.4),
        1 => Logs(0, 0, 1),
        _ => Logs(0.6, 0.4, 0),
    };

    [Fact]
    public void Greedy_takes_the_best_token_each_time()
    {
        var continuation = Decoder.Greedy.Continue(Garden, [2], 2);

        Assert.Equal([0, 2], continuation.Tokens);
        Assert.Equal(Math.Log(0.6) + Math.Log(0.4), continuation.LogProbability, 12);
    }

    [Fact]
    public void A_beam_finds_the_better_sentence_behind_a_worse_beginning()
    {
        var continuation = Decoder.Beam(2).Continue(Garden, [2], 2);

        Assert.Equal([1, 2], continuation.Tokens);
        Assert.Equal(Math.Log(0.4), continuation.LogProbability, 12);
    }

    [Fact]
    public void A_beam_of_one_is_greedy() =>
        Assert.Equal(Decoder.Greedy.Continue(Garden, [2], 5).Tokens, Decoder.Beam(1).Continue(Garden, [2], 5).Tokens);

    [Fact]
    public void The_same_seed_draws_the_same_tokens_and_another_seed_draws_others()
    {
        static IReadOnlyList<long> Draw(int seed) => Decoder.Sample(seed).Continue(Garden, [2], 40).Tokens;

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void Samples_come_as_often_as_the_model_says()
    {
        var first = Enumerable.Range(0, 4000).Select(seed => Decoder.Sample(seed).Continue(_ => Logs(0.7, 0.2, 0.1), [2], 1).Tokens[0]);
        var counts = first.CountBy(token => token).ToDictionary();

        Assert.InRange(counts[0] / 4000.0, 0.67, 0.73);
        Assert.InRange(counts[2] / 4000.0, 0.08, 0.12);
    }

    [Fact]
    public void A_low_temperature_is_nearly_greedy() =>
        Assert.All(Enumerable.Range(0, 50), seed =>
            Assert.Equal([0L], Decoder.Sample(seed, temperature: 0.05).Continue(_ => Logs(0.5, 0.3, 0.2), [2], 1).Tokens));

    [Fact]
    public void The_log_probability_shown_is_the_models_own_whatever_the_temperature()
    {
        var continuation = Decoder.Sample(3, temperature: 0.05).Continue(_ => Logs(0.5, 0.3, 0.2), [2], 1);

        Assert.Equal(Math.Log(0.5), continuation.LogProbability, 12);
    }

    [Fact]
    public void Generation_ends_with_the_stop_token()
    {
        Assert.Equal([0, 2], Decoder.Greedy.Continue(Garden, [2], 9, stopToken: 2).Tokens);
        Assert.Equal(2, Decoder.Beam(3).Continue(Garden, [2], 9, stopToken: 2).Tokens[^1]);
    }

    [Fact]
    public void Bad_settings_and_a_model_that_allows_nothing_are_refused_in_words()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Decoder.Sample(1, temperature: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Decoder.Sample(1, topP: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Decoder.Beam(0));
        var error = Assert.Throws<InvalidOperationException>(() => Decoder.Greedy.Continue(_ => Logs(0, 0, 0), [2], 1));
        Assert.Contains("nothing can come next", error.Message, StringComparison.Ordinal);
    }

    private static double[] Logs(params double[] probabilities) => [.. probabilities.Select(p => Math.Log(p))];
}
