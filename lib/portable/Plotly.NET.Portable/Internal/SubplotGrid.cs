using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET.CSharp;

namespace Plotly.NET;

/// <summary>Puts charts into the cells of a grid, row by row from the top left.</summary>
internal static class SubplotGrid
{
    public static GenericChart Of(
        GenericChart[] charts, int rows, int columns, string[] titles, double titleOffset, bool independent, Optional<double> xGap,
        Optional<double> yGap)
    {
        if (rows < 1 || columns < 1) throw new ArgumentException($"A grid has at least one row and one column; got {rows} x {columns}.");
        if (charts.Length > rows * columns)
            throw new ArgumentException($"A grid of {rows} x {columns} holds {rows * columns} charts; got {charts.Length}.");

        var traces = new List<JsonObject>();
        var layout = new JsonObject();
        for (var i = 0; i < charts.Length; i++)
        {
            var xNumber = independent ? i : i % columns;
            var yNumber = independent ? i : i / columns;
            traces.AddRange(charts[i].Traces.Select(trace => OnAxes(trace, Id("x", xNumber), Id("y", yNumber))));
            layout = Json.Merge(layout, WithAxes(charts[i].Layout, Id("xaxis", xNumber), Id("yaxis", yNumber)));
        }

        var annotations = Titles(
            titles, rows, columns, titleOffset, Value(xGap, independent ? 0.2 : 0.1), Value(yGap, independent ? 0.3 : 0.1));
        layout = Json.Merge(layout, new JsonObject { ["annotations"] = annotations });
        layout["grid"] = new JsonObject
        {
            ["rows"] = rows,
            ["columns"] = columns,
            ["roworder"] = "top to bottom",
            ["pattern"] = independent ? "independent" : "coupled",
        }.With("xgap", xGap).With("ygap", yGap);
        return new(traces, layout);
    }

    private static double Value(Optional<double> given, double otherwise) => given.IsSome ? given.Value : otherwise;

    private static string Id(string name, int number) => number == 0 ? name : name + (number + 1).ToString(CultureInfo.InvariantCulture);

    private static JsonObject OnAxes(JsonObject trace, string x, string y)
    {
        var moved = trace.DeepClone().AsObject();
        moved["xaxis"] = x;
        moved["yaxis"] = y;
        return moved;
    }

    private static JsonObject WithAxes(JsonObject layout, string x, string y)
    {
        var moved = layout.DeepClone().AsObject();
        var (xAxis, yAxis) = (moved["xaxis"], moved["yaxis"]);
        moved.Remove("xaxis");
        moved.Remove("yaxis");
        moved[x] = xAxis ?? new JsonObject();
        moved[y] = yAxis ?? new JsonObject();
        return moved;
    }

    // A cell takes 1 - gap of its step, and the last cell ends where the plot area does.
    private static JsonArray Titles(string[] titles, int rows, int columns, double offset, double xGap, double yGap)
    {
        var (xStep, yStep) = (1 / (columns - xGap), 1 / (rows - yGap));
        return new([.. titles.Take(rows * columns).Select((title, i) => new JsonObject
        {
            ["text"] = title,
            ["x"] = xStep * (i % columns + (1 - xGap) / 2),
            ["xref"] = "paper",
            ["xanchor"] = "center",
            ["y"] = 1 - yStep * (i / columns) + offset,
            ["yref"] = "paper",
            ["yanchor"] = "bottom",
            ["showarrow"] = false,
        })]);
    }
}
