using System.Globalization;
using System.Text.Json.Nodes;
using PlotlySvg.Traces;

namespace PlotlySvg.Figures;

/// <summary>Sorts a figure's traces and overlays into plots.</summary>
internal static class PanelReader
{
    /// <summary>At least one plot, row by row.</summary>
    public static Panel[] Read(JsonObject figure, Look look)
    {
        var layout = figure.Layout();
        var traces = figure.Items("data").OfType<JsonObject>()
            .Select((json, i) => (Json: json, Trace: TraceReader.Read(json, look.Colorway[i % look.Colorway.Length])))
            .Where(pair => pair.Trace is not null)
            .Select(pair => (X: pair.Json.Text("xaxis") ?? "x", Y: pair.Json.Text("yaxis") ?? "y", Trace: pair.Trace!))
            .ToArray();
        var overlays = layout.Items("annotations").OfType<JsonObject>().Select(json => new Overlay(json, isShape: false))
            .Concat(layout.Items("shapes").OfType<JsonObject>().Select(json => new Overlay(json, isShape: true))).ToArray();
        var hasGrid = layout["grid"] is not null;
        var pairs = traces.Select(trace => (trace.X, trace.Y)).DefaultIfEmpty((X: "x", Y: "y")).Distinct().ToArray();
        return [.. pairs.Select((pair, i) =>
        {
            var (row, column) = hasGrid ? Cell(pair.X, pair.Y, layout) : (i, 0);
            var titles = hasGrid
                ? overlays.Where(overlay => overlay.IsSubplotTitle && Closest(overlay, layout) == (row, column)).ToArray()
                : [];
            var own = overlays.Except(titles).Where(overlay => (overlay.XAxis ?? (hasGrid ? null : pairs[0].X)) == pair.X).ToArray();
            return Panel(
                pair.X, pair.Y, row, column, [.. traces.Where(trace => (trace.X, trace.Y) == pair).Select(trace => trace.Trace)], own,
                layout, titles.FirstOrDefault()?.Text);
        })];
    }

    private static Panel Panel(
        string xName, string yName, int row, int column, Trace[] traces, Overlay[] overlays, JsonObject layout, string? title)
    {
        var x = new Axis(layout["xaxis" + xName[1..]], isHorizontal: true, traces.SelectMany(trace => trace.XData));
        var y = new Axis(layout["yaxis" + yName[1..]], isHorizontal: false, traces.SelectMany(trace => trace.YData));
        var (mode, gap) = (layout.Text("barmode"), layout.Number("bargap"));
        foreach (var bars in traces.OfType<BarTrace>().GroupBy(trace => trace.IsHorizontal))
            BarArrangement.Arrange([.. bars], bars.Key ? y : x, mode, gap);
        foreach (var stack in traces.OfType<ScatterTrace>().Where(trace => trace.StackGroup is not null).GroupBy(trace => trace.StackGroup))
        {
            foreach (var (below, above) in stack.Zip(stack.Skip(1))) above.StackOn(below);
        }

        foreach (var trace in traces) trace.Extend(x, y);
        foreach (var overlay in overlays) overlay.Extend(x, y);
        return new(row, column, x, y, [.. traces.OrderBy(trace => trace.Layer)], overlays, title);
    }

    private static int Number(string axis) => axis.Length == 1 ? 0 : int.Parse(axis.AsSpan(1), CultureInfo.InvariantCulture) - 1;

    private static (int Row, int Column) Cell(string x, string y, JsonObject layout)
    {
        var columns = Math.Max(1, (int)(layout.Number("grid", "columns") ?? 1));
        return layout.Text("grid", "pattern") == "coupled" ? (Number(y), Number(x)) : (Number(x) / columns, Number(x) % columns);
    }

    // Plotly.NET places a plot's title by shares of the figure; plotly.js's grid says where the plots are.
    private static (int Row, int Column) Closest(Overlay title, JsonObject layout)
    {
        var (rows, columns) = ((int)(layout.Number("grid", "rows") ?? 1), (int)(layout.Number("grid", "columns") ?? 1));
        var isIndependent = layout.Text("grid", "pattern") != "coupled";
        var (xGap, yGap) =
            (layout.Number("grid", "xgap") ?? (isIndependent ? 0.2 : 0.1), layout.Number("grid", "ygap") ?? (isIndependent ? 0.3 : 0.1));
        return Enumerable.Range(0, rows * columns).Select(i => (Row: i / columns, Column: i % columns)).MinBy(cell =>
        {
            var (x, y) = ((cell.Column + (1 - xGap) / 2) / (columns - xGap), 1 - cell.Row / (rows - yGap));
            return Math.Abs(x - title.Share.X) + Math.Abs(y - title.Share.Y);
        });
    }
}
