using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>Makes the trace that a figure describes.</summary>
internal static class TraceReader
{
    /// <summary>Null for a kind of trace that the drawings do not know.</summary>
    public static Trace? Read(JsonObject json, string color) => json.Text("type") switch
    {
        null or "scatter" or "scattergl" => new ScatterTrace(json, color),
        "bar" => new BarTrace(json, color),
        "histogram" => new HistogramTrace(json, color),
        "heatmap" or "heatmapgl" => new HeatmapTrace(json, color),
        "box" => new BoxTrace(json, color),
        _ => null,
    };
}
