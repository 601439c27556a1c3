using LstmCourse.Music;
using LstmCourse.Sound;

namespace LstmCourse.Tests.Sound;

public class SynthesizerTests
{
    [Fact]
    public void A_tune_lasts_as_long_as_its_notes()
    {
        Note[] thirds = [.. Enumerable.Repeat(Note.Parse("C4:1/3"), 9)];

        // Three quarters at 100 a minute: 1.8 s. Nine rounded notes would be longer or shorter.
        Assert.Equal(14400, Synthesizer.Render(thirds, quartersPerMinute: 100, sampleRate: 8000).Length);
        Assert.Equal(19845, Synthesizer.Render(thirds, 100, 11025).Length);
    }

    // What a discrete Fourier sum finds at the frequency of each harmonic, beside what was asked for.
    [Fact]
    public void A_note_has_its_frequency_and_three_harmonics()
    {
        var samples = Synthesizer.Render([Note.Parse("A4:4")], 120, 8000);

        double Strength(double hertz)
        {
            var (re, im) = (0.0, 0.0);
            for (var n = 0; n < samples.Length; n++)
            {
                re += samples[n] * Math.Cos(2 * Math.PI * hertz * n / 8000);
                im += samples[n] * Math.Sin(2 * Math.PI * hertz * n / 8000);
            }

            return Math.Sqrt(re * re + im * im);
        }

        var first = Strength(440);
        Assert.Equal(0.22 / 0.62, Strength(880) / first, 2);
        Assert.Equal(0.10 / 0.62, Strength(1320) / first, 2);
        Assert.Equal(0.06 / 0.62, Strength(1760) / first, 2);
        Assert.InRange(Strength(466.16) / first, 0, 0.02);
        Assert.InRange(Strength(660) / first, 0, 0.02);
    }

    [Fact]
    public void A_note_begins_and_ends_in_silence_and_stays_within_bounds()
    {
        var samples = Synthesizer.Render([Note.Parse("C4:1"), Note.Parse("E5:1")], 120, 8000);

        Assert.Equal(8000, samples.Length);
        Assert.All(samples, sample => Assert.InRange(sample, -1, 1));
        Assert.All(new[] { 0, 3999, 4000, 7999 }, at => Assert.InRange(Math.Abs(samples[at]), 0, 0.01));
        Assert.InRange(samples.Max(), 0.3, 1);
    }

    // F#6 has 1,480 Hz: its third harmonic would lie above half of 8,000 and be heard as another tone.
    [Fact]
    public void Harmonics_that_the_rate_cannot_carry_are_left_out()
    {
        var samples = Synthesizer.Render([Note.Parse("F#6:2")], 120, 8000);
        var crossings = samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0);
        Assert.InRange(crossings / 2.0 / (samples.Length / 8000.0), 1470, 1490);
    }

    [Fact]
    public void A_speed_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Synthesizer.Render([Note.Parse("C4:1")], quartersPerMinute: 0));
}
