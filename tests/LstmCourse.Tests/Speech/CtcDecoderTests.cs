using LstmCourse.Speech;

namespace LstmCourse.Tests.Speech;

public sealed class CtcDecoderTests
{
    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 0, 0 }, new int[0])]
    [InlineData(new[] { 7, 7, 7 }, new[] { 7 })]
    [InlineData(new[] { 7, 0, 7 }, new[] { 7, 7 })]
    [InlineData(new[] { 0, 3, 3, 0, 0, 3, 5, 5, 3, 0 }, new[] { 3, 3, 5, 3 })]
    public void Equal_neighbours_become_one_and_then_the_blanks_go(int[] path, int[] labels) =>
        Assert.Equal(labels, CtcDecoder.Collapse(path));

    // Two steps, one label: blank 0.6, label 0.4 at both. The best path is blank blank with 0.36, yet the three paths to the label have
    // 0.16 + 0.24 + 0.24 = 0.64.
    [Fact]
    public void The_best_path_is_not_always_the_best_answer()
    {
        float[][] steps = [Logs(0.6, 0.4), Logs(0.6, 0.4)];
        Assert.Empty(CtcDecoder.Greedy(steps));
        var (labels, logProbability) = CtcDecoder.PrefixBeam(steps);
        Assert.Equal([1], labels);
        Assert.Equal(0.64, Math.Exp(logProbability), 6);
    }

    [Theory]
    [InlineData(2, 3, 1)]
    [InlineData(3, 4, 2)]
    [InlineData(4, 4, 3)]
    [InlineData(3, 6, 4)]
    public void A_wide_beam_finds_what_trying_all_paths_finds(int classes, int steps, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            float[][] scores = [.. Enumerable.Range(0, steps).Select(_ => RandomLogs(classes, random))];
            var all = Exhaustive(scores);
            var (labels, logProbability) = CtcDecoder.PrefixBeam(scores, width: 10_000);
            Assert.Equal(all.MaxBy(answer => answer.Value).Key, string.Join(' ', labels));
            Assert.Equal(all[string.Join(' ', labels)], Math.Exp(logProbability), 6);
        }
    }

    [Fact]
    public void A_narrow_beam_gives_no_more_than_the_whole_probability_of_its_answer()
    {
        var random = new Random(9);
        for (var round = 0; round < 20; round++)
        {
            float[][] scores = [.. Enumerable.Range(0, 5).Select(_ => RandomLogs(3, random))];
            var (labels, logProbability) = CtcDecoder.PrefixBeam(scores, width: 2);
            Assert.InRange(Math.Exp(logProbability), 0, Exhaustive(scores)[string.Join(' ', labels)] + 1e-6);
        }
    }

    [Fact]
    public void Greedy_takes_the_labels_of_the_most_probable_path()
    {
        var random = new Random(5);
        float[][] scores = [.. Enumerable.Range(0, 5).Select(_ => RandomLogs(3, random))];
        var best = Paths(5, 3).MaxBy(path => path.Select((label, step) => (double)scores[step][label]).Sum())!;
        Assert.Equal(CtcDecoder.Collapse(best), CtcDecoder.Greedy(scores));
    }

    [Fact]
    public void Without_steps_there_are_no_labels() => Assert.Equal(([], 0.0), Tuple(CtcDecoder.PrefixBeam([])));

    private static (int[], double) Tuple((int[] Labels, double LogProbability) answer) => (answer.Labels, answer.LogProbability);

    private static Dictionary<string, double> Exhaustive(float[][] scores) => Paths(scores.Length, scores[0].Length)
        .GroupBy(path => string.Join(' ', CtcDecoder.Collapse(path)))
        .ToDictionary(
            answer => answer.Key,
            answer => answer.Sum(path => Math.Exp(path.Select((label, step) => (double)scores[step][label]).Sum())));

    private static IEnumerable<int[]> Paths(int steps, int classes) =>
        Enumerable.Range(0, (int)Math.Pow(classes, steps)).Select(number =>
            Enumerable.Range(0, steps).Select(step => number / (int)Math.Pow(classes, step) % classes).ToArray());

    private static float[] RandomLogs(int classes, Random random)
    {
        var weights = Enumerable.Range(0, classes).Select(_ => random.NextDouble() + 0.05).ToArray();
        return Logs([.. weights.Select(weight => weight / weights.Sum())]);
    }

    private static float[] Logs(params double[] probabilities) => [.. probabilities.Select(p => (float)Math.Log(p))];
}
