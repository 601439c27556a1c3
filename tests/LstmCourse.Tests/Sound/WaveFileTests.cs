using System.Globalization;
using LstmCourse.Music;
using LstmCourse.Sound;
using LstmCourse.Testing;
using LstmCourse.Tests.Explorer;

namespace LstmCourse.Tests.Sound;

public class WaveFileTests
{
    // By hand from the format's description; numbers have their lowest byte first.
    [Theory]
    [InlineData(8, "01 00 01 00 40 1F 00 00 40 1F 00 00 01 00 08 00", "80 FF 01 C0", 4)]
    [InlineData(16, "01 00 01 00 40 1F 00 00 80 3E 00 00 02 00 10 00", "00 00 FF 7F 01 80 00 40", 8)]
    public void The_bytes_are_those_of_the_format(int bits, string format, string data, int size)
    {
        var bytes = WaveFile.ToBytes([0, 1, -1, 0.5f], 8000, bits);

        // PCM, one channel, 8,000 samples a second, bytes a second, bytes a sample, bits.
        var fmt = Find(bytes, "fmt ");
        Assert.Equal("RIFF", System.Text.Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal(bytes.Length - 8, BitConverter.ToInt32(bytes, 4));
        Assert.Equal("WAVE", System.Text.Encoding.ASCII.GetString(bytes, 8, 4));
        Assert.Equal(Convert.FromHexString(format.Replace(" ", "", StringComparison.Ordinal)), bytes[(fmt + 8)..(fmt + 24)]);
        var at = Find(bytes, "data");
        Assert.Equal(size, BitConverter.ToInt32(bytes, at + 4));
        Assert.Equal(Convert.FromHexString(data.Replace(" ", "", StringComparison.Ordinal)), bytes[(at + 8)..]);
    }

    [SoxTheory]
    [InlineData(8)]
    [InlineData(16)]
    public void Sox_hears_the_right_length_and_pitch(int bits)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".wav");
        try
        {
            WaveFile.Save(path, Synthesizer.Render([Note.Parse("A4:3")], 120, 8000), 8000, bits);

            Assert.Equal("8000", Tool.Run(SoxTheoryAttribute.Sox, "--info", "-r", path).Trim());
            Assert.Equal("12000", Tool.Run(SoxTheoryAttribute.Sox, "--info", "-s", path).Trim());
            Assert.Equal($"{bits}", Tool.Run(SoxTheoryAttribute.Sox, "--info", "-b", path).Trim());

            // Its own band-pass filters, a semitone wide: at A4 much is left, at the neighbours little.
            Assert.True(Loudness(path, 440) > 10 * Loudness(path, 554), "A4 is to be heard, and not C#5");
            Assert.True(Loudness(path, 440) > 10 * Loudness(path, 349), "A4 is to be heard, and not F4");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_too_loud_is_cut_off_and_what_is_no_number_refused()
    {
        Assert.Equal([255, 1], WaveFile.ToBytes([7, -7], 8000, bits: 8)[^2..]);
        Assert.StartsWith("Expected samples between -1 and 1, got NaN.",
            Assert.Throws<ArgumentException>(() => WaveFile.ToBytes([float.NaN])).Message);
        Assert.StartsWith("Expected samples, got none.", Assert.Throws<ArgumentException>(() => WaveFile.ToBytes([])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => WaveFile.ToBytes([0], bits: 12));
    }

    private static int Find(byte[] bytes, string name) => bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name));

    // The root of the mean square after a narrow band-pass filter. sox writes its statistics to the standard error.
    private static double Loudness(string path, int hertz)
    {
        var command = $"\"{SoxTheoryAttribute.Sox}\" \"{path}\" -n sinc {hertz - 15}-{hertz + 15} stat 2>&1";
        var line = Tool.Run("/bin/sh", "-c", command).Split('\n')
            .Single(text => text.StartsWith("RMS     amplitude", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1], CultureInfo.InvariantCulture);
    }
}

/// <summary>Tests that need sox, and say so where it is not installed.</summary>
internal sealed class SoxTheoryAttribute : TheoryAttribute
{
    public static string? Sox { get; } = Tool.Find("sox");

    public SoxTheoryAttribute()
    {
        if (OperatingSystem.IsWindows() || (Sox is null && Peers.MayBeMissing)) Skip = "needs sox, which was not found in PATH";
    }
}
