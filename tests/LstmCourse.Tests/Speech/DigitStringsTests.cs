using LstmCourse.Speech;

namespace LstmCourse.Tests.Speech;

public sealed class DigitStringsTests
{
    // Digit d of voice v is d + 1 samples of the value v.
    private static readonly SpokenDigit[] Clips =
    [
        .. from voice in new[] { 1, 2 }
           from speed in new[] { 150, 190 }
           from digit in Enumerable.Range(0, 10)
           select new SpokenDigit($"v{voice}", speed, digit, Enumerable.Repeat((float)voice, digit + 1).ToArray()),
    ];

    private static readonly DigitStringOptions Quiet = new() { Shortest = 2, Longest = 4, ShortestPause = 3, LongestPause = 6, Noise = 0 };

    [Fact]
    public void The_digits_stand_where_the_spans_say_and_pauses_between()
    {
        var strings = DigitStrings.Make(Clips, 40, seed: 1, Quiet);
        Assert.Equal(["v1", "v2", "v1"], strings.Take(3).Select(one => one.Voice));
        Assert.Equal([2, 3, 4], strings.Select(one => one.Digits.Count).Distinct().Order());
        foreach (var one in strings)
        {
            var voice = one.Voice == "v1" ? 1f : 2f;
            Assert.Equal(one.Digits.Select(digit => digit + 1), one.Spans.Select(span => span.To - span.From));
            foreach (var (from, to) in one.Spans) Assert.All(one.Samples[from..to], sample => Assert.Equal(voice, sample));
            var edges = one.Spans.SelectMany(span => new[] { span.From, span.To }).Prepend(0).Append(one.Samples.Length).Chunk(2);
            Assert.All(edges, pause => Assert.InRange(pause[1] - pause[0], 3, 6));
            Assert.Equal(one.Spans.Sum(span => span.To - span.From), one.Samples.Count(sample => sample == voice));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_strings_and_another_seed_others()
    {
        string Draw(int seed) => string.Join(' ', DigitStrings.Make(Clips, 5, seed).SelectMany(one => one.Samples.Take(3)));
        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
    }

    [Fact]
    public void Noise_has_the_deviation_that_was_asked_for()
    {
        var noisy = Noise.Add(new float[20_000], 0.1, seed: 1);
        Assert.InRange(Math.Sqrt(noisy.Average(sample => (double)sample * sample)), 0.098, 0.102);
        Assert.InRange(noisy.Average(), -0.003, 0.003);
        Assert.Equal([1f, 2f], Noise.Add([1, 2], 0, seed: 1));
    }

    [Fact]
    public void What_cannot_be_made_is_refused()
    {
        Assert.Contains("Expected 1 <= Shortest", Refusal(Clips, new() { Shortest = 0 }), StringComparison.Ordinal);
        Assert.Contains("Expected 0 <= ShortestPause", Refusal(Clips, new() { ShortestPause = 10, LongestPause = 5 }),
            StringComparison.Ordinal);
        Assert.Contains("noise of at least zero; got -1", Refusal(Clips, new() { Noise = -1 }), StringComparison.Ordinal);
        Assert.Contains("at least one clip", Refusal([], Quiet), StringComparison.Ordinal);
        Assert.Contains("v1 has no ", Refusal(Clips[..5], Quiet), StringComparison.Ordinal);
    }

    private static string Refusal(SpokenDigit[] clips, DigitStringOptions options) =>
        Assert.Throws<ArgumentException>(() => DigitStrings.Make(clips, 10, 1, options)).Message;
}
