using System.Globalization;

namespace LstmCourse.Charts;

/// <content>Sound as it comes from a microphone.</content>
public static partial class Plots
{
    // About one for each pixel across.
    private const int MostPoints = 800;

    /// <summary>The pressure of the air over time, one bare line. Where there are more samples than pixels, the lowest and the highest of
    /// each stretch stand for it, so that no peak is lost.</summary>
    /// <param name="samples">The pressure, 1 for full scale, at equal distances in time.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no sample, or the rate is not above zero.</exception>
    public static CourseChart Waveform(IEnumerable<float> samples, double sampleRate, ChartOptions? options = null)
    {
        var pressure = ChartInput.Values(samples?.Select(sample => (double)sample), "the samples");
        if (!(sampleRate > 0) || !double.IsFinite(sampleRate))
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Expected more than zero samples a second; got {sampleRate}."));

        var shown = Extremes(pressure);
        return LineChart(
            [new("", [.. shown.Select(n => n / sampleRate)], [.. shown.Select(n => pressure[n])], Palette.OfSeries(0), Width: 1)],
            new(options, "Waveform", "time (s)", "pressure (1: full scale)", 860, 260),
            figure => figure.Trace(0)["mode"] = "lines");
    }

    private static int[] Extremes(double[] samples)
    {
        int[] all = [.. Enumerable.Range(0, samples.Length)];
        if (all.Length <= MostPoints) return all;

        var stretch = (2 * all.Length + MostPoints - 1) / MostPoints;
        return [.. all.Chunk(stretch).SelectMany(part => new[] { part.MinBy(n => samples[n]), part.MaxBy(n => samples[n]) }.Order())];
    }
}
