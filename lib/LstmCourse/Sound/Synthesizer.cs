using LstmCourse.Music;

namespace LstmCourse.Sound;

/// <summary>
/// Turns a melody into sound: each note a sum of its first harmonics, which swells for a moment, dies away and ends before the next. The
/// samples depend on the notes alone.
/// </summary>
public static class Synthesizer
{
    // Seconds.
    private const double Attack = 0.012, Release = 0.04, Decay = 0.7;

    // The strength of each harmonic; together 1.
    private static readonly double[] Harmonics = [0.62, 0.22, 0.10, 0.06];

    /// <summary>Renders notes, one after the other.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="quartersPerMinute">The speed.</param>
    /// <param name="sampleRate">Samples in a second. Harmonics above half of it are left out: they would be heard as other tones.</param>
    /// <returns>Samples between −1 and 1.</returns>
    public static float[] Render(IEnumerable<Note> notes, double quartersPerMinute = 120, int sampleRate = 8000)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        if (quartersPerMinute is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(quartersPerMinute), quartersPerMinute, "Expected a speed above 0.");
        List<float> samples = [];
        var quarters = 0.0;
        foreach (var note in notes)
        {
            quarters += note.Quarters;

            // Up to where the note ends on the clock, not so many samples more: rounding must not add up over the tune.
            var end = (int)Math.Round(quarters * 60 / quartersPerMinute * sampleRate);
            var length = end - samples.Count;
            for (var n = 0; n < length; n++) samples.Add((float)Sample(note.Pitch, n, length, sampleRate));
        }

        return [.. samples];
    }

    private static double Sample(int pitch, int n, int length, int sampleRate)
    {
        var (frequency, t, left) = (Pitches.FrequencyOf(pitch), n / (double)sampleRate, (length - n) / (double)sampleRate);
        var wave = 0.0;
        for (var k = 1; k <= Harmonics.Length && k * frequency < sampleRate / 2.0; k++)
            wave += Harmonics[k - 1] * Math.Sin(2 * Math.PI * k * frequency * t);
        return 0.9 * wave * Math.Min(1, t / Attack) * Math.Exp(-t / Decay) * Math.Min(1, left / Release);
    }
}
