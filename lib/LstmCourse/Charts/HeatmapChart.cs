using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <summary>A heat map with named rows and columns, the first row on top.</summary>
/// <param name="Rows">The values, all rows of one length.</param>
/// <param name="RowNames">One for each row.</param>
/// <param name="ColumnNames">One for each column.</param>
/// <param name="Scale">The colours.</param>
/// <param name="Low">The value of the scale's first colour.</param>
/// <param name="High">The value of the scale's last colour.</param>
/// <param name="CellTexts">What stands in the cells; null for none.</param>
/// <param name="ShowsScale">Whether a bar beside the cells says which colour is which value.</param>
/// <param name="ThinsNames">Whether only some of the column names are shown, as for times.</param>
/// <param name="ScaleTitle">What the colours measure, along the bar; null for nothing.</param>
internal sealed record HeatmapChart(
    double[][] Rows, string[] RowNames, string[] ColumnNames, ColorScale Scale, double Low, double High, string[][]? CellTexts = null,
    bool ShowsScale = true, bool ThinsNames = false, string? ScaleTitle = null)
{
    // With more columns than this, names as short as step numbers are thinned out.
    private const int MostNames = 20;

    public CourseChart Within(ChartFrame frame)
    {
        ChartInput.SameLength(Rows.Length, "rows of values", RowNames.Length, "row names");
        ChartInput.SameLength(Rows[0].Length, "columns of values", ColumnNames.Length, "column names");
        var chart = Chart.Heatmap<double, string, string, string>(
            UseDefaults: false, zData: Rows,
            X: Distinct(ColumnNames),
            Y: Distinct(RowNames),
            ColorScale: StyleParam.Colorscale.NewCustom(Scale.Stops.Select(stop => Tuple.Create(stop.At, Color.fromHex(stop.Color)))),
            ShowScale: ShowsScale,
            ReverseYAxis: true);
        return new(frame.Around(chart), Finish);
    }

    private void Finish(JsonObject figure)
    {
        var trace = figure.Trace(0);
        trace["zmin"] = Low;
        trace["zmax"] = High;
        trace["xgap"] = Rows[0].Length > 60 ? 0 : 1;
        trace["ygap"] = 1;
        trace["hoverongaps"] = false;
        if (ShowsScale)
        {
            trace.Part("colorbar")["thickness"] = 14;
            trace.Part("colorbar")["outlinewidth"] = 0;
            if (ScaleTitle is not null)
                trace.Part("colorbar")["title"] = new JsonObject { ["text"] = PlotText.Escape(ScaleTitle), ["side"] = "right" };
        }

        if (CellTexts is not null)
        {
            trace["text"] = new JsonArray([.. CellTexts.Select(row => row.ToJson())]);
            trace["texttemplate"] = "%{text}";
        }

        foreach (var key in (ReadOnlySpan<string>)["xaxis", "yaxis"])
        {
            var axis = figure.Layout().Part(key);
            // Without this, names such as "1", "2" would make a numeric axis.
            axis["type"] = "category";
            axis["showgrid"] = false;
            // Ticks that are not seen keep the names off the cells.
            axis["tickcolor"] = Theme.Ground;
            axis["showline"] = false;
        }

        // plotly.js would turn them all on their side; the drawings thin them out by themselves.
        if (ThinsNames || (ColumnNames.Length > MostNames && ColumnNames.All(name => name.Length <= 3)))
            figure.Layout().Part("xaxis")["nticks"] = MostNames;
    }

    // A category axis folds equal names into one place. Marks of no width keep them apart.
    private static string[] Distinct(string[] names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            var times = seen.GetValueOrDefault(name);
            seen[name] = times + 1;
            return PlotText.Escape(name) + new string('\u200b', times);
        })];
    }
}
