using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <content>Long sequences: sensor logs and melodies.</content>
public static partial class Plots
{
    private const string FaultColor = "#f2c9a5";

    private static readonly string[] NoteNames = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"];

    /// <summary>A log, or a model's error over it, with what was flagged and what was really wrong.</summary>
    /// <param name="values">The log.</param>
    /// <param name="flagged">At which steps the model raised an alarm; if at none, the legend does not speak of alarms.</param>
    /// <param name="faults">At which steps something was wrong; null if nobody knows.</param>
    /// <param name="threshold">Above which an alarm is raised; null for none.</param>
    /// <param name="options">The horizontal axis counts from 0 unless <see cref="ChartOptions.FirstX"/> says otherwise.</param>
    /// <param name="name">What the legend calls the log.</param>
    /// <exception cref="ArgumentException">The sequences are empty or differ in length.</exception>
    public static CourseChart Anomalies(
        IEnumerable<double> values, IEnumerable<bool> flagged, IEnumerable<bool>? faults = null, double? threshold = null,
        ChartOptions? options = null, string name = "log")
    {
        var log = ChartInput.Values(values, "the log");
        var alarms = (flagged ?? throw new ArgumentException("Expected a sequence of alarms; got null.")).ToArray();
        var wrong = faults?.ToArray();
        ChartInput.SameLength(log.Length, "values of the log", alarms.Length, "alarms");
        if (wrong is not null) ChartInput.SameLength(log.Length, "values of the log", wrong.Length, "faults");

        var x = CountFrom(options?.FirstX ?? 0, log.Length);
        var at = Enumerable.Range(0, log.Length).Where(i => alarms[i]).ToArray();
        List<GenericChart> charts =
        [
            Chart.Line<double, double, string>(
                UseDefaults: false, x: x, y: log, Name: name, LineColor: Color.fromHex(Palette.Cell.Color), LineWidth: 1.5),
        ];
        if (at.Length > 0)
        {
            charts.Add(
                Chart.Point<double, double, string>(
                    UseDefaults: false, x: at.Select(i => x[i]), y: at.Select(i => log[i]), Name: "alarm",
                    MarkerColor: Color.fromHex(Palette.Series[1].Color)));
        }

        // A shape has no place in the legend; a point that is not there has.
        if (wrong is not null)
        {
            charts.Add(
                Chart.Point<double, double, string>(
                    UseDefaults: false, x: [x[0]], y: [double.NaN], Name: "fault", MarkerColor: Color.fromHex(FaultColor)));
        }

        return new(new ChartFrame(options, "Anomalies", "time step", "value").Around(Chart.Combine(charts)).WithLegend(true), figure =>
        {
            if (at.Length > 0)
            {
                figure.Trace(1)["marker"]!["symbol"] = "x";
                figure.Trace(1)["marker"]!["size"] = 9;
            }

            if (threshold is { } level) Line(figure, level);
            if (wrong is null) return;
            figure.Trace(charts.Count - 1)["marker"]!["symbol"] = "square";
            figure.Trace(charts.Count - 1)["marker"]!["size"] = 13;
            foreach (var (from, to) in Runs(wrong)) Shade(figure, x[from] - 0.5, x[to] + 0.5);
        });
    }

    /// <summary>A melody as a piano roll: one bar for each note, higher notes higher up.</summary>
    /// <param name="notes">For each note its pitch as a MIDI number (60 is the C in the middle of the piano), its start and its
    /// length.</param>
    /// <param name="options">Titles and size; the horizontal axis is called "beat" unless said otherwise.</param>
    /// <exception cref="ArgumentException">There are no notes, or a pitch lies outside 0 to 127, or a length is not above zero.</exception>
    public static CourseChart PianoRoll(IEnumerable<(int Pitch, double Start, double Length)> notes, ChartOptions? options = null)
    {
        var all = (notes ?? throw new ArgumentException("Expected a sequence of notes; got null.")).ToArray();
        if (all.Length == 0) throw new ArgumentException("Expected at least one note; got none.");
        foreach (var (pitch, _, length) in all)
        {
            if (pitch is < 0 or > 127) throw new ArgumentException($"Expected a pitch between 0 and 127; got {pitch}.");
            if (!(length > 0))
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Expected a length above zero for each note; got {length}."));
        }

        var (low, high) = (all.Min(note => note.Pitch), all.Max(note => note.Pitch));
        var bars = Chart.Bar<double, string, string>(
            UseDefaults: false, values: all.Select(note => note.Length), Keys: all.Select(note => NoteName(note.Pitch)).ToArray(),
            MarkerColor: Color.fromHex(Palette.Series[0].Color));
        var frame = new ChartFrame(options, "Melody", "beat", null, Height: Math.Clamp(140 + 16 * (high - low + 1), 220, 700));
        return new(frame.Around(bars), figure =>
        {
            figure.Trace(0)["base"] = all.Select(note => note.Start).ToJson();
            figure.Trace(0)["marker"]!["line"] = new JsonObject { ["color"] = Theme.Ground, ["width"] = 1 };
            figure.Layout()["bargap"] = 0.15;
            var axis = figure.Layout().Part("yaxis");
            axis["type"] = "category";
            // Every key between the lowest and the highest note, played or not.
            axis["categoryarray"] = Enumerable.Range(low, high - low + 1).Select(NoteName).ToJson();
            axis["categoryorder"] = "array";
            axis["range"] = new JsonArray(-0.5, high - low + 0.5);
            axis["showgrid"] = true;
        });
    }

    private static string NoteName(int pitch) => $"{NoteNames[pitch % 12]}{(pitch / 12 - 1).ToString(CultureInfo.InvariantCulture)}";

    private static void Line(JsonObject figure, double level) => figure.Layout().Append("shapes", new JsonObject
    {
        ["type"] = "line",
        ["x0"] = 0,
        ["x1"] = 1,
        ["xref"] = "paper",
        ["y0"] = level,
        ["y1"] = level,
        ["yref"] = "y",
        ["line"] = new JsonObject { ["color"] = Theme.Muted, ["dash"] = "dash", ["width"] = 1.5 },
    });

    private static void Shade(JsonObject figure, double from, double to) => figure.Layout().Append("shapes", new JsonObject
    {
        ["type"] = "rect",
        ["x0"] = from,
        ["x1"] = to,
        ["xref"] = "x",
        ["y0"] = 0,
        ["y1"] = 1,
        ["yref"] = "paper",
        ["fillcolor"] = FaultColor,
        ["opacity"] = 0.6,
        ["layer"] = "below",
        ["line"] = new JsonObject { ["width"] = 0 },
    });

    private static IEnumerable<(int From, int To)> Runs(bool[] flags)
    {
        for (var i = 0; i < flags.Length; i++)
        {
            if (!flags[i]) continue;
            var from = i;
            while (i + 1 < flags.Length && flags[i + 1]) i++;
            yield return (from, i);
        }
    }
}
