using System.Globalization;

namespace LstmCourse.Charts;

/// <content>Sound as a picture.</content>
public static partial class Plots
{
    /// <summary>How loud each band of frequencies is at each time, the highest band on top, with what is said written above it.</summary>
    /// <param name="frames">For each frame the energy of each band, from the lowest up, on a logarithmic scale.</param>
    /// <param name="secondsPerFrame">The time from one frame to the next.</param>
    /// <param name="centres">The middle of each band in Hz; without it the bands are counted from 0.</param>
    /// <param name="tracks">Rows above the picture, such as what was said and what was understood: a name, and a text for each frame, empty
    /// where there is none. Each run of one text is shaded, unlike the run before it, and has the text once, in its middle.</param>
    /// <param name="options">Titles and size.</param>
    /// <param name="scaleTitle">What the colours measure.</param>
    /// <exception cref="ArgumentException">
    /// There is no frame, the frames differ in length, or a track or the centres do not fit.
    /// </exception>
    public static CourseChart Spectrogram(
        IEnumerable<IEnumerable<double>> frames, double secondsPerFrame, IEnumerable<double>? centres = null,
        IEnumerable<(string Name, IEnumerable<string> Texts)>? tracks = null, ChartOptions? options = null,
        string scaleTitle = "log energy")
    {
        var matrix = ChartInput.Rows(frames, "the spectrogram");
        if (!(secondsPerFrame > 0))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                $"Expected more than zero seconds from frame to frame; got {secondsPerFrame}."));
        }

        var bands = matrix[0].Length;
        string[] names = centres is null
            ? Counted(0, bands)
            : [.. centres.Select(hertz => hertz.ToString("0", CultureInfo.InvariantCulture))];
        ChartInput.SameLength(bands, "bands", names.Length, "centres");
        (string Name, string[] Texts)[] above =
            [.. (tracks ?? []).Select(track => (track.Name, ChartInput.Labels(track.Texts, $"the track \"{track.Name}\"")))];
        foreach (var (name, texts) in above)
            ChartInput.SameLength(matrix.Length, "frames", texts.Length, $"texts of \"{name}\"");

        var finite = matrix.SelectMany(frame => frame).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (finite.Min(), Math.Max(finite.Max(), finite.Min() + 1e-6));
        double[][] rows =
        [
            .. above.Select(track => Shades(track.Texts, low + 0.2 * (high - low), low + 0.4 * (high - low))),
            .. Enumerable.Range(1, bands).Select(k => matrix.Select(frame => frame[bands - k]).ToArray()),
        ];
        string[][]? cells = above.Length == 0 ? null :
        [
            .. above.Select(track => InTheMiddle(track.Texts)),
            .. Enumerable.Repeat(Enumerable.Repeat("", matrix.Length).ToArray(), bands),
        ];
        string[] times =
        [
            .. Enumerable.Range(0, matrix.Length)
                .Select(i => (i * secondsPerFrame).ToString("0.00", CultureInfo.InvariantCulture)),
        ];
        var chart = new HeatmapChart(
            rows, [.. above.Select(track => track.Name), .. names.Reverse()], times, ColorScale.Sequential, low, high, cells,
            ThinsNames: true, ScaleTitle: scaleTitle);
        var frame = new ChartFrame(options, "Spectrogram", "time (s)", centres is null ? "band" : "frequency (Hz)", 860,
            Math.Min(150 + 15 * rows.Length, 800));
        return chart.Within(frame);
    }

    // Both are light enough for a text on them.
    private static double[] Shades(string[] texts, double light, double darker)
    {
        var shades = new double[texts.Length];
        var run = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0 && texts[i] != texts[i - 1] && texts[i].Length > 0) run++;
            shades[i] = texts[i].Length == 0 ? double.NaN : run % 2 == 0 ? light : darker;
        }

        return shades;
    }

    private static string[] InTheMiddle(string[] texts)
    {
        var alone = Enumerable.Repeat("", texts.Length).ToArray();
        for (var from = 0; from < texts.Length;)
        {
            var to = from + 1;
            while (to < texts.Length && texts[to] == texts[from]) to++;
            alone[(from + to - 1) / 2] = texts[from];
            from = to;
        }

        return alone;
    }
}
