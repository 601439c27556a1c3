using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class MarkovChainTests
{
    // 0 is read first. Predicted are 1, 2, 1, 1: three times 1, once 2.
    private static readonly long[][] Rows = [[0, 1, 2, 1, 1]];

    // By hand, strength 1 over three ids. Order 0: (3 + 1/3)/5, (1 + 1/3)/5, (0 + 1/3)/5.
    [Fact]
    public void Order_zero_counts_what_occurs()
    {
        var chain = new MarkovChain(Rows, order: 0, size: 3, strength: 1);
        AssertClose([1.0 / 15, 10.0 / 15, 4.0 / 15], chain.Distribution([2, 2]));
    }

    // After 1 came 2 and 1: (1 + 10/15)/3 for 1, (1 + 4/15)/3 for 2, (0 + 1/15)/3 for 0. After 0, and after 1 2, came 1.
    [Fact]
    public void A_longer_context_is_mixed_with_the_shorter_one()
    {
        AssertClose([1.0 / 45, 25.0 / 45, 19.0 / 45], new MarkovChain(Rows, 1, 3, 1).Distribution([2, 1]));

        var second = new MarkovChain(Rows, 2, 3, 1);
        AssertClose([1.0 / 90, 70.0 / 90, 19.0 / 90], second.Distribution([2, 1]));
        AssertClose([1.0 / 45, 25.0 / 45, 19.0 / 45], second.Distribution([1, 1]));        // never seen: as order 1
        AssertClose([1.0 / 30, 25.0 / 30, 4.0 / 30], second.Distribution([0]));            // shorter than the order
    }

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(1, 3)]
    [InlineData(2, 30)]
    [InlineData(3, 1)]
    public void Probabilities_are_above_zero_and_sum_to_one(int order, double strength)
    {
        var chain = new MarkovChain([[0, 3, 1, 2, 3, 1, 1, 4], [0, 1, 2, -100]], order, 5, strength);
        foreach (var context in new long[][] { [], [0], [3, 1], [0, 3, 1], [4, 4, 4, 4], [1, 2, 3, 1] })
        {
            var distribution = chain.Distribution(context);
            Assert.All(distribution, p => Assert.True(p > 0));
            Assert.Equal(1, distribution.Sum(), 12);
        }
    }

    [Fact]
    public void The_likelihood_skips_the_first_id_and_those_below_zero()
    {
        var chain = new MarkovChain(Rows, order: 0, size: 3, strength: 1);
        Assert.Equal(-Math.Log(10.0 / 15) - Math.Log(4.0 / 15), chain.NegativeLogLikelihood([[0, 1, -100], [0, 2]]), 12);
    }

    // Only 1 comes: the less the uniform distribution counts, the likelier. And the other way round.
    [Fact]
    public void The_strength_is_chosen_by_other_rows()
    {
        var chain = new MarkovChain([[0, 1, 1, 1, 1]], order: 1, size: 3, strength: 5);

        Assert.Equal(0.1, chain.WithBestStrength([[0, 1, 1]], 10, 0.1, 1).Strength);
        Assert.Equal(10, chain.WithBestStrength([[0, 2, 2]], 0.1, 10, 1).Strength);
        var weak = new MarkovChain([[0, 1, 1, 1, 1]], 1, 3, 0.1);
        Assert.Equal(weak.Distribution([1]), chain.WithBestStrength([[0, 1]], 0.1).Distribution([1]));
        Assert.Throws<ArgumentException>(() => chain.WithBestStrength([[0, 1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => chain.WithBestStrength([[0, 1]], 0));
    }

    [Fact]
    public void An_id_beyond_the_size_and_a_strength_of_zero_are_refused()
    {
        Assert.StartsWith("Expected ids below 2, got 2.", Assert.Throws<ArgumentException>(() => new MarkovChain(Rows, 1, 2, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarkovChain(Rows, 1, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarkovChain(Rows, -1, 3, 1));
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
