using System.Globalization;
using LstmCourse.Speech;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Speech;

public sealed class LogMelTests
{
    // Reference/log_mel.py printed them, with torchaudio. Ours are rounded to 1/256, so may be 1/512 off, and a little.
    [Fact]
    public void The_energies_are_torchaudio_s()
    {
        var samples = Enumerable.Range(0, 1000).Select(n => (float)(0.5 * Math.Sin(2 * Math.PI * 440 * n / 8000)
            + 0.0003 * n * Math.Sin(2 * Math.PI * 1500 * n / 8000) + (n % 90 == 0 ? 0.5 : 0))).ToArray();
        var expected = File.ReadLines(Repository.PathOf("tests/LstmCourse.Tests/Speech/Reference/log_mel.txt"))
            .Select(line => line.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray()).ToArray();

        var frames = LogMel.Of(samples);
        Assert.Equal((10, 24), (frames.Length, frames[0].Length));
        for (var frame = 0; frame < 10; frame++)
        {
            for (var band = 0; band < 24; band++) Assert.InRange(frames[frame][band] - expected[frame][band], -0.003, 0.003);
        }
    }

    [Fact]
    public void Silence_is_the_floor_and_not_minus_infinity() =>
        Assert.All(LogMel.Of(new float[400]), frame => Assert.All(frame, value => Assert.Equal(Math.Log(1e-3), value, 2)));

    // mel(4000) = 2146.06; the 24 middles are at equal steps of it: 85.84 and 2060.22 are 55.4 and 3655.3 Hz.
    [Fact]
    public void The_bands_are_at_equal_steps_on_the_mel_scale()
    {
        Assert.Equal(55.4, LogMel.Centres[0], 1);
        Assert.Equal(3655.3, LogMel.Centres[23], 1);
    }

    [Fact]
    public void A_sound_shorter_than_a_frame_is_refused() =>
        Assert.Contains("at least 256 samples, one frame; got 255", Assert.Throws<ArgumentException>(
            () => LogMel.Of(new float[255])).Message, StringComparison.Ordinal);

    [Fact]
    public void Centred_frames_have_a_mean_of_zero_in_each_band() =>
        Assert.Equal([[-1, 2], [1, -2]], LogMel.Centred([[1, 6], [3, 2]]));

    [Fact]
    public void A_shift_moves_the_bands_and_repeats_the_edge()
    {
        Assert.Equal([[1, 1, 2, 3]], LogMel.Shift([[1, 2, 3, 4]], 1));
        Assert.Equal([[3, 4, 4, 4]], LogMel.Shift([[1, 2, 3, 4]], -2));
    }

    [Fact]
    public void Stacking_joins_frames_and_fills_the_last_with_repetitions()
    {
        Assert.Equal([[1, 2, 3], [4, 5, 5]], LogMel.Stack([[1], [2], [3], [4], [5]], 3));
        Assert.Equal([[1], [2]], LogMel.Stack([[1], [2]], 1));
    }
}
