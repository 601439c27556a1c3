using LstmCourse.Speech;

namespace LstmCourse.Tests.Speech;

public sealed class TimeWarpingTests
{
    // The pairs of 0, 3, 4 and 0, 4 cost 0 4 / 3 1 / 4 0. The cheapest way is (0,0), (3,4), (4,4): 0 + 1 + 0, over 3 + 2 frames.
    [Fact]
    public void The_cheapest_way_is_as_worked_by_hand() =>
        Assert.Equal(1 / 5.0, TimeWarping.Distance(Frames(0, 3, 4), Frames(0, 4)), 12);

    [Fact]
    public void A_stretched_copy_costs_nothing() =>
        Assert.Equal(0, TimeWarping.Distance(Frames(1, 2, 3), Frames(1, 1, 1, 2, 3, 3)), 12);

    [Fact]
    public void It_is_the_same_both_ways() =>
        Assert.Equal(TimeWarping.Distance(Frames(1, 5, 2), Frames(2, 2)), TimeWarping.Distance(Frames(2, 2), Frames(1, 5, 2)), 12);

    // Six features: 1 + 4 + 9 + 16 + 25 + 36 = 91. One pair, over two frames.
    [Fact]
    public void A_pair_costs_its_euclidean_distance() =>
        Assert.Equal(Math.Sqrt(91) / 2, TimeWarping.Distance([[1, 2, 3, 4, 5, 6]], [[0, 0, 0, 0, 0, 0]]), 6);

    [Fact]
    public void It_agrees_with_trying_all_ways()
    {
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            float[][] Some(int count) => Frames([.. Enumerable.Range(0, count).Select(_ => (float)random.Next(10))]);
            var (a, b) = (Some(4), Some(5));
            Assert.Equal(Cheapest(a, b, 0, 0) / 9, TimeWarping.Distance(a, b), 9);
        }
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Contains("at least one frame", Refusal([], Frames(1)), StringComparison.Ordinal);
        Assert.Contains("as many features in both sequences; got 1 and 2", Refusal(Frames(1), [[1, 2]]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_template_names_the_word()
    {
        var words = new WordTemplates([(3, Frames(0, 5, 0)), (8, Frames(5, 0, 5))]);
        Assert.Equal(3, words.Nearest(Frames(0, 0, 4, 5, 0)));
        Assert.Equal(8, words.Nearest(Frames(4, 0, 0, 5)));
        Assert.Contains("at least one template", Assert.Throws<ArgumentException>(() => new WordTemplates([])).Message,
            StringComparison.Ordinal);
    }

    // The search gives a template up as soon as it is too far; comparing with all of them in full must name the same word.
    [Fact]
    public void The_nearest_template_is_the_one_of_least_distance()
    {
        var random = new Random(8);
        float[][] Some() => Frames([.. Enumerable.Range(0, random.Next(3, 8)).Select(_ => (float)random.Next(5))]);
        (int Word, float[][] Frames)[] examples = [.. Enumerable.Range(0, 40).Select(word => (word, Some()))];
        var words = new WordTemplates(examples);
        for (var round = 0; round < 50; round++)
        {
            var asked = Some();
            Assert.Equal(examples.MinBy(example => TimeWarping.Distance(asked, example.Frames)).Word, words.Nearest(asked));
        }
    }

    private static double Cheapest(float[][] a, float[][] b, int i, int j)
    {
        var here = Math.Abs(a[i][0] - b[j][0]);
        if (i == a.Length - 1 && j == b.Length - 1) return here;
        var rest = double.PositiveInfinity;
        if (i + 1 < a.Length) rest = Math.Min(rest, Cheapest(a, b, i + 1, j));
        if (j + 1 < b.Length) rest = Math.Min(rest, Cheapest(a, b, i, j + 1));
        if (i + 1 < a.Length && j + 1 < b.Length) rest = Math.Min(rest, Cheapest(a, b, i + 1, j + 1));
        return here + rest;
    }

    private static string Refusal(float[][] a, float[][] b) => Assert.Throws<ArgumentException>(() => TimeWarping.Distance(a, b)).Message;

    private static float[][] Frames(params float[] values) => [.. values.Select(value => new[] { value })];
}
