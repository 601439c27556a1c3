using System.Globalization;
using System.Text.Json.Nodes;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>
/// Carries what each chart of a grid wrote into its own figure over into the figure of the grid, where the second chart's
/// axes are called x2 and y2, and so on.
/// </summary>
internal static class GridFigure
{
    private const double MarginTop = 90;
    private const double MarginBottom = 50;

    public static string TitleOf(CourseChart chart) => chart.Figure.Layout()["title"]?["text"]?.GetValue<string>() ?? "";

    public static void Fill(JsonObject grid, CourseChart[] cells, int rows, int columns)
    {
        var layout = grid.Layout();
        if (layout["title"]?["text"]?.GetValue<string>() is null or ""
            || cells.Any(cell => TitleOf(cell) == layout["title"]!["text"]!.GetValue<string>()))
            layout.Remove("title");
        var data = new JsonArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
        {
            var number = i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var trace in cells[i].Figure["data"]!.AsArray())
                data.Add(Moved(trace!.DeepClone().AsObject(), number, seen, i, rows, columns));
            Copy(cells[i].Figure.Layout(), layout, number);
        }

        grid["data"] = data;
        // In plotly.js the legend would lie on the titles of the first row.
        var height = (layout["height"]?.GetValue<double>() ?? Theme.Height) - MarginTop - MarginBottom;
        layout["legend"] = new JsonObject { ["y"] = FigureNumber.Round(1 + 26 / Math.Max(50, height)) };
        layout["margin"] = new JsonObject { ["t"] = MarginTop, ["b"] = MarginBottom };
        layout["showlegend"] = seen.Count > 0;
    }

    private static JsonObject Moved(JsonObject trace, string number, HashSet<string> seen, int cell, int rows, int columns)
    {
        trace["xaxis"] = "x" + number;
        trace["yaxis"] = "y" + number;
        var name = trace["name"]?.GetValue<string>() ?? "";
        var isShown = name.Length > 0 && trace["type"]!.GetValue<string>() is not ("box" or "heatmap")
            && trace["showlegend"]?.GetValue<bool>() != false;
        if (isShown) trace["legendgroup"] = name;
        trace["showlegend"] = isShown && seen.Add(name);
        if (trace["type"]!.GetValue<string>() == "heatmap") PlaceColorBar(trace.Part("colorbar"), cell, rows, columns);
        return trace;
    }

    // plotly.js would put every colour bar at the far right. These are the cells of its "independent" grid.
    private static void PlaceColorBar(JsonObject bar, int cell, int rows, int columns)
    {
        var (xStep, yStep) = (1 / (columns - 0.2), 1 / (rows - 0.3));
        bar["x"] = FigureNumber.Round(xStep * (cell % columns + 0.8));
        bar["y"] = FigureNumber.Round(1 - yStep * (cell / columns + 0.35));
        bar["thickness"] = 10;
        bar["xpad"] = 3;
        bar["len"] = FigureNumber.Round(yStep * 0.7);
    }

    private static void Copy(JsonObject from, JsonObject to, string number)
    {
        foreach (var (key, value) in from)
        {
            if (key is "xaxis" or "yaxis") to[key + number] = value!.DeepClone();
            else if (key is "bargap" or "barmode") to[key] = value!.DeepClone();
            else if (key is "annotations" or "shapes") CopyNotes(value!.AsArray(), to, key, number);
        }
    }

    private static void CopyNotes(JsonArray notes, JsonObject to, string key, string number)
    {
        foreach (var note in notes.OfType<JsonObject>().Select(note => note.DeepClone().AsObject()))
        {
            foreach (var axis in (ReadOnlySpan<string>)["x", "y"])
            {
                var reference = note[axis + "ref"]?.GetValue<string>();
                // "paper" means the chart's own plot here, which the grid's axes call their domain.
                note[axis + "ref"] = reference is null or "paper" ? $"{axis}{number} domain" : axis + number;
            }

            to.Append(key, note);
        }
    }
}
