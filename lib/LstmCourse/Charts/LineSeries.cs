using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Stands in the legend.</param>
/// <param name="X">Where each value stands.</param>
/// <param name="Y">The values; what is not finite becomes a gap.</param>
/// <param name="Style">Colour, dash and marker.</param>
/// <param name="Width">Of the line, in pixels.</param>
/// <param name="MarkerSize">In pixels.</param>
internal sealed record LineSeries(string Name, double[] X, double[] Y, GateStyle Style, double Width = 2, double MarkerSize = 7)
{
    // A marker on each of a hundred points hides the line; this many still tell the lines apart.
    private const int MostMarkers = 12;

    public GenericChart ToChart() => Chart.Line<double, double, string>(
        UseDefaults: false, x: X,
        y: Y,
        Name: Name,
        ShowMarkers: true,
        LineColor: Color.fromHex(Style.Color),
        MarkerColor: Color.fromHex(Style.Color),
        LineWidth: Width,
        LineDash: Dash(Style.Dash));

    /// <summary>Sets the marker, which needs a type that C# callers of Plotly.NET rather avoid.</summary>
    public void Finish(JsonObject trace)
    {
        var marker = trace["marker"]!.AsObject();
        marker["symbol"] = Style.Marker;
        marker["size"] = MarkerSize;
        if (Y.Length > MostMarkers) marker["maxdisplayed"] = MostMarkers;
    }

    private static StyleParam.DrawingStyle Dash(string name) => name switch
    {
        "dash" => StyleParam.DrawingStyle.Dash,
        "dot" => StyleParam.DrawingStyle.Dot,
        "dashdot" => StyleParam.DrawingStyle.DashDot,
        "longdash" => StyleParam.DrawingStyle.LongDash,
        "longdashdot" => StyleParam.DrawingStyle.LongDashDot,
        _ => StyleParam.DrawingStyle.Solid,
    };
}
