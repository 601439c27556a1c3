using System.Globalization;
using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>One trace of a figure: it knows its data, claims room on its axes, and draws itself.</summary>
/// <param name="json">The trace as plotly.js reads it.</param>
/// <param name="color">The colour for a trace that names none.</param>
internal abstract class Trace(JsonObject json, string color)
{
    /// <summary>What a legend calls it.</summary>
    public string Name { get; } = json.Text("name") ?? "";

    /// <summary>Whether it wants to stand in a legend; null if it leaves that to the figure.</summary>
    public bool? ShowInLegend { get; } = json.Flag("showlegend");

    /// <summary>Traces with lower numbers lie beneath.</summary>
    public abstract int Layer { get; }

    /// <summary>The values on the horizontal axis, which decide of what kind it is.</summary>
    public abstract IEnumerable<JsonNode?> XData { get; }

    /// <summary>The values on the vertical axis.</summary>
    public abstract IEnumerable<JsonNode?> YData { get; }

    protected JsonObject Json { get; } = json;

    protected double Opacity { get; } = Math.Clamp(json.Number("opacity") ?? 1, 0, 1);

    /// <summary>The trace's own colour: of its markers, else of its line, else the one given to it.</summary>
    protected string Color { get; } = json.Text("marker", "color") ?? json.Text("line", "color") ?? color;

    /// <summary>Claims room on the axes.</summary>
    public abstract void Extend(Axis x, Axis y);

    /// <summary>Draws within the plot; what reaches beyond is cut off.</summary>
    public abstract void Draw(SvgWriter svg, Axis x, Axis y);

    /// <summary>Draws what may reach beyond the plot, such as labels.</summary>
    public virtual void DrawLabels(SvgWriter svg, Axis x, Axis y, Look look)
    {
    }

    /// <summary>Draws a sample for the legend, 30 pixels wide and centred on <paramref name="y"/>.</summary>
    public abstract void DrawSample(SvgWriter svg, double x, double y);

    protected static JsonNode?[] Counted(int count) => [.. Enumerable.Range(0, count).Select(i => (JsonNode?)JsonValue.Create((double)i))];

    /// <summary>The text of point <paramref name="i"/>: its own, or the one for all.</summary>
    protected string? TextOf(int i) => Json["text"] switch
    {
        JsonArray texts => i < texts.Count ? Written(texts[i]) : null,
        var text => text.Text(),
    };

    private static string? Written(JsonNode? text) => text.Text() ?? text.Number()?.ToString(CultureInfo.InvariantCulture);
}
