using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>Traces and a layout. A chart never changes: each styling call gives a new one.</summary>
public sealed class GenericChart
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal GenericChart(IReadOnlyList<JsonObject> traces, JsonObject layout) => (Traces, Layout) = (traces, layout);

    internal IReadOnlyList<JsonObject> Traces { get; }

    internal JsonObject Layout { get; }

    /// <summary>The figure as JSON, an object with <c>data</c>, <c>layout</c> and <c>frames</c>.</summary>
    public static string toFigureJson(GenericChart gChart)
    {
        ArgumentNullException.ThrowIfNull(gChart);
        return new JsonObject
        {
            ["data"] = new JsonArray([.. gChart.Traces.Select(trace => trace.DeepClone())]),
            ["layout"] = gChart.Layout.DeepClone(),
            ["frames"] = new JsonArray(),
        }.ToJsonString(Readable);
    }

    /// <summary>All traces in one plot; of two layouts that disagree the later wins.</summary>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        var charts = gCharts.ToArray();
        return new(
            [.. charts.SelectMany(chart => chart.Traces)],
            charts.Aggregate(new JsonObject(), (layout, chart) => Json.Merge(layout, chart.Layout)));
    }

    public static int countTrace(GenericChart gChart)
    {
        ArgumentNullException.ThrowIfNull(gChart);
        return gChart.Traces.Count;
    }

    internal static GenericChart Of(JsonObject trace, CSharp.Optional<bool> useDefaults)
    {
        var layout = new JsonObject();
        if (!useDefaults.IsSome || useDefaults.Value)
        {
            layout["width"] = Defaults.DefaultWidth;
            layout["height"] = Defaults.DefaultHeight;
            layout["template"] = Defaults.DefaultTemplate.Json.DeepClone();
        }

        return new([trace], layout);
    }

    internal GenericChart WithLayout(JsonObject changes) => new(Traces, Json.Merge(Layout, changes));
}
