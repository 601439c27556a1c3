using LstmCourse.Charts;

namespace LstmCourse.Tests.Charts;

/// <summary>One chart of every kind, with data that needs no random numbers.</summary>
internal static class ChartGallery
{
    private static readonly string[] Words = ["The", "film", "was", "not", "good", ",", "but", "I", "<unk>", "it"];

    private static readonly (string Name, IEnumerable<double> Values)[] Trace =
    [
        ("forget gate f", Steps(10, t => 0.8 + 0.1 * Math.Sin(t))), ("input gate i", Steps(10, t => 0.5 + 0.4 * Math.Cos(t))),
        ("candidate g", Steps(10, t => Math.Sin(1.3 * t))), ("output gate o", Steps(10, t => 0.5 + 0.3 * Math.Sin(2 * t))),
        ("cell state c", Steps(10, t => 1.6 * Math.Sin(0.5 * t))), ("hidden state h", Steps(10, t => 0.8 * Math.Sin(0.5 * t))),
    ];

    public static readonly IReadOnlyDictionary<string, Func<CourseChart>> All = new SortedDictionary<string, Func<CourseChart>>(
        StringComparer.Ordinal)
    {
        ["Anomalies"] = () => Plots.Anomalies(
            Steps(60, t => Math.Sin(t / 5.0) + (t is >= 20 and < 24 ? 1.5 : 0)), Steps(60, t => t).Select(t => t is >= 21 and < 24 or 50),
            Steps(60, t => t).Select(t => t is >= 20 and < 24), 1.2),
        ["Attention"] = () => Plots.Attention(
            [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8]], ["the", "black", "cat"], ["le", "chat"]),
        ["Bars"] = () => Plots.Bars(
            ["majority", "bag of words", "LSTM"], [0.5, 0.871, 0.884], options: new() { Title = "Accuracy", YTitle = "accuracy" }),
        ["BarsWithErrors"] = () => Plots.Bars(["LSTM", "GRU"], [0.861, 0.858], [0.012, 0.02]),
        ["BoxPlot"] = () => Plots.BoxPlot(
            [("LSTM", [-1, -0.5, 0, 0.2, 0.4, 3]), ("GRU", [0, 1, 2, 3, 4])], new() { YTitle = "error (°C)" }),
        ["Calibration"] = () => Plots.Calibration(
            [0.05, 0.15, 0.35, 0.55, 0.75, 0.95, 0.92], [false, false, true, false, true, true, true], bins: 5),
        ["ConfusionMatrix"] = () => Plots.ConfusionMatrix(new[,] { { 412, 88 }, { 61, 439 } }, ["negative", "positive"]),
        ["Forecast"] = () => Plots.Forecast(
            Steps(24, t => 20 + 6 * Math.Sin(t / 4.0)),
            [("LSTM", Steps(8, t => 20 + 6 * Math.Sin((t + 16) / 4.0 + 0.1))), ("last value", Steps(8, _ => 14.3))], 16,
            Steps(8, t => 18 + 6 * Math.Sin((t + 16) / 4.0)), Steps(8, t => 22 + 6 * Math.Sin((t + 16) / 4.0)),
            new() { XTitle = "hour", YTitle = "temperature (°C)" }),
        ["Gates"] = () => Plots.Gates(Trace[0].Values, Trace[1].Values, Trace[2].Values, Trace[3].Values),
        ["GradientFlow"] = () => Plots.GradientFlow(
            [("U = 0.5", Steps(21, k => Math.Pow(0.5, k))), ("U = 2.0", Steps(21, k => Math.Pow(2, k)))]),
        ["Grid"] = () => Plots.Grid(
            [
                Plots.LearningCurves([0.69, 0.55, 0.42], [0.68, 0.57, 0.47], new() { Title = "Loss" }),
                Plots.LearningCurves([0.5, 0.75, 0.82], [0.52, 0.72, 0.8], new() { Title = "Accuracy", YTitle = "accuracy" }),
                Plots.ScoreHistogram([("negative", Steps(20, t => t / 40.0)), ("positive", Steps(20, t => 0.4 + t / 40.0))]),
                Plots.TraceHeatmap(Trace),
            ],
            options: new() { Title = "All at once" }),
        ["GroupedBars"] = () => Plots.GroupedBars(
            ["lag 10", "lag 50", "lag 100"], [("RNN", [0.99, 0.61, 0.52]), ("LSTM", [1, 0.99, 0.97]), ("GRU", [1, 1, 0.98])],
            options: new() { XTitle = "distance", YTitle = "accuracy" }),
        ["Heatmap"] = () => Plots.Heatmap(
            Enumerable.Range(0, 16).Select(i => Steps(20, j => Math.Sin(0.3 * i) * Math.Cos(0.2 * j))),
            options: new() { Title = "Weights" }),
        ["Histogram"] = () => Plots.Histogram(
            Steps(200, t => 120 + 40 * Math.Sin(t) * Math.Sin(1.7 * t)), options: new() { XTitle = "words" }),
        ["LearningCurves"] = () => Plots.LearningCurves([0.69, 0.55, 0.42, 0.33, 0.27, 0.22], [0.68, 0.57, 0.47, 0.43, 0.42, 0.43]),
        ["Lines"] = () => Plots.Lines(
            [("a", [1, 4, 9, 16]), ("b", [2, double.NaN, 10]), ("c", [1000, 100, 10, 1])], [0, 0.5, 1, 1.5],
            new() { Title = "Lines on a log axis", LogY = true }),
        ["Means"] = () => Plots.Means(
            ["LSTM", "peephole", "GRU"], [0.861, 0.858, 0.863], [0.012, 0.02, 0.009], new() { YTitle = "accuracy" }),
        ["Memory"] = () => Plots.Memory(Trace[4].Values, Trace[5].Values),
        ["PianoRoll"] = () => Plots.PianoRoll([(60, 0, 1), (62, 1, 1), (64, 2, 1), (60, 3, 1), (64, 4, 1), (65, 5, 1), (67, 6, 2)]),
        ["ScoreHistogram"] = () => Plots.ScoreHistogram(
            [("negative", Steps(60, t => 0.3 + 0.3 * Math.Sin(t))), ("positive", Steps(60, t => 0.7 + 0.28 * Math.Cos(t)))]),
        ["Spectrogram"] = () => Plots.Spectrogram(
            Enumerable.Range(0, 30).Select(i => Steps(6, band => -Math.Abs(band - 3 - 2 * Math.Sin(i / 4.0)))), 0.03,
            [100, 250, 500, 900, 1600, 3000],
            [("said", Enumerable.Range(0, 30).Select(i => i is > 3 and < 12 ? "3" : i is > 15 and < 26 ? "8" : "")),
             ("understood", Enumerable.Range(0, 30).Select(i => i == 9 ? "3" : i is 20 or 21 ? "8" : ""))]),
        ["TokenProbabilities"] = () => Plots.TokenProbabilities(["memory", "the", "<unk>", "a"], [0.342, 0.211, 0.064, 0.0051]),
        ["TraceHeatmap"] = () => Plots.TraceHeatmap(Trace, Words),
        ["Waveform"] = () => Plots.Waveform(Steps(160, t => 0.8 * Math.Sin(t / 40.0) * Math.Sin(t)).Select(x => (float)x), 8000),
    };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });

    public static double[] Steps(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
}
