using LstmCourse.Decoding;

namespace LstmCourse.Tests.Decoding;

public sealed class TokenFilterTests
{
    private static readonly double[] Half = [Math.Log(0.2), Math.Log(0.5), Math.Log(0.3)];

    [Fact]
    public void Without_limits_the_distribution_stays_and_is_ranked()
    {
        var kept = TokenFilter.Keep(Half);

        Assert.Equal([1, 2, 0], kept.Select(entry => entry.Token));
        Assert.Equal([0.5, 0.3, 0.2], kept.Select(entry => Math.Round(entry.Probability, 12)));
    }

    [Fact]
    public void Top_k_keeps_the_largest_and_makes_them_sum_to_one()
    {
        var kept = TokenFilter.Keep(Half, topK: 2);

        Assert.Equal([(1, 0.625), (2, 0.375)], kept.Select(entry => (entry.Token, Math.Round(entry.Probability, 12))));
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.6, 2)]
    [InlineData(0.95, 3)]
    public void The_nucleus_is_the_smallest_set_that_reaches_the_sum(double topP, int expected) =>
        Assert.Equal(expected, TokenFilter.Keep(Half, topP: topP).Count);

    [Fact]
    public void A_temperature_of_one_half_squares_the_odds()
    {
        var kept = TokenFilter.Keep(Half, temperature: 0.5);

        Assert.Equal(0.25 / (0.25 + 0.09 + 0.04), kept[0].Probability, 12);
    }

    [Fact]
    public void A_token_that_must_not_come_never_does() =>
        Assert.Equal([1], TokenFilter.Keep([double.NegativeInfinity, 0, double.NegativeInfinity]).Select(entry => entry.Token));
}
