using LstmCourse.Data;

namespace LstmCourse.Speech;

/// <summary>Puts strings of digits together from clips of one voice and one speed, with pauses and some noise.</summary>
public static class DigitStrings
{
    /// <summary>Strings that depend on their arguments alone. Voices take turns; speed, digits and pauses are drawn.</summary>
    /// <param name="clips">What to put together; every voice has all ten digits at every one of its speeds.</param>
    /// <param name="count">How many strings.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="options">Lengths, pauses and noise.</param>
    /// <exception cref="ArgumentException">There are no clips, or a voice lacks a digit.</exception>
    public static IReadOnlyList<DigitString> Make(
        IEnumerable<SpokenDigit> clips, int count, int seed, DigitStringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(clips);
        options ??= new();
        options.Validate();
        var voices = clips.GroupBy(clip => clip.Voice).Select(voice => voice.ToLookup(clip => clip.Speed)).ToArray();
        if (voices.Length == 0) throw new ArgumentException("Expected at least one clip; got none.", nameof(clips));
        var random = new SeededRandom((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(i => One(voices[i % voices.Length], random, options))];
    }

    private static DigitString One(ILookup<int, SpokenDigit> voice, SeededRandom random, DigitStringOptions options)
    {
        var speeds = voice.Select(speed => speed.Key).Order().ToArray();
        var spoken = voice[speeds[random.Next(speeds.Length)]].ToLookup(clip => clip.Digit);
        List<float> samples = [];
        List<int> digits = [];
        List<(int From, int To)> spans = [];
        for (var left = random.Between(options.Shortest, options.Longest); left > 0; left--)
        {
            samples.AddRange(new float[random.Between(options.ShortestPause, options.LongestPause)]);
            var digit = random.Next(10);
            var clip = spoken[digit].FirstOrDefault() ?? throw new ArgumentException(
                $"Expected a clip of every digit at every speed; {voice.First().First().Voice} has no {digit}.");
            digits.Add(digit);
            spans.Add((samples.Count, samples.Count + clip.Samples.Length));
            samples.AddRange(clip.Samples);
        }

        samples.AddRange(new float[random.Between(options.ShortestPause, options.LongestPause)]);
        var noisy = Noise.Add([.. samples], options.Noise, random.Next(int.MaxValue));
        return new(digits, noisy, spans, voice.First().First().Voice);
    }
}
