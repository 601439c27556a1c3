using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>Values as coloured cells, perhaps with a text in each.</summary>
internal sealed class HeatmapTrace : Trace
{
    private readonly double[][] _rows;
    private readonly JsonNode?[] _x;
    private readonly JsonNode?[] _y;

    public HeatmapTrace(JsonObject json, string color)
        : base(json, color)
    {
        _rows = [.. json.Items("z").Select(row => row.Numbers())];
        var columns = _rows.Select(row => row.Length).DefaultIfEmpty().Max();
        _x = json.Items("x") is { Length: > 0 } x ? x : Counted(columns);
        _y = json.Items("y") is { Length: > 0 } y ? y : Counted(_rows.Length);
        var finite = _rows.SelectMany(row => row).Where(double.IsFinite).ToArray();
        Map = new(
            json["colorscale"], json.Number("zmin") ?? finite.DefaultIfEmpty(0).Min(),
            json.Number("zmax") ?? finite.DefaultIfEmpty(1).Max(),
            json.Flag("reversescale") ?? false);
    }

    public override int Layer => 0;

    public override IEnumerable<JsonNode?> XData => _x;

    public override IEnumerable<JsonNode?> YData => _y;

    public ColorMap Map { get; }

    public bool ShowsScale => Json.Flag("showscale") ?? true;

    public string? ScaleTitle => Json.Text("colorbar", "title", "text") ?? Json.Text("colorbar", "title");

    public string? ScaleFormat => Json.Text("colorbar", "tickformat");

    public override void Extend(Axis x, Axis y)
    {
        foreach (var edge in Edges(x, _x)) x.Include(edge);
        foreach (var edge in Edges(y, _y)) y.Include(edge);
    }

    public override void Draw(SvgWriter svg, Axis x, Axis y)
    {
        var (gapX, gapY) = (Json.Number("xgap") ?? 0, Json.Number("ygap") ?? 0);
        var paths = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var (row, column, value, cell) in Cells(x, y))
        {
            var color = Map.Of(value);
            if (!paths.TryGetValue(color, out var path)) paths[color] = path = new();
            // Whole pixels, or the ground would shine through between cells.
            var (left, top) = (Math.Round(cell.X + gapX / 2), Math.Round(cell.Y + gapY / 2));
            var (right, bottom) =
                (Math.Max(left + 1, Math.Round(cell.Right - gapX / 2)), Math.Max(top + 1, Math.Round(cell.Bottom - gapY / 2)));
            path.Append(CultureInfo.InvariantCulture, $"M{left} {top}h{right - left}v{bottom - top}h{left - right}z");
        }

        foreach (var (color, path) in paths)
            svg.Empty(
                "path", ("d", path.ToString()), ("fill", color), ("shape-rendering", "crispEdges"),
                ("opacity", Opacity < 1 ? Opacity : null));
    }

    public override void DrawLabels(SvgWriter svg, Axis x, Axis y, Look look)
    {
        if (Json.Text("texttemplate") is not { } template) return;
        var cells = Cells(x, y).Select(
            cell => (cell.Cell, cell.Value, Text: RichText.Of(Filled(template, cell.Row, cell.Column, cell.Value)))).ToArray();
        if (cells.Length == 0) return;
        // One size for all cells; none at all if the widest text would have to become too small to read.
        var size = Math.Min(
            13,
            cells.Min(cell => Math.Min((cell.Cell.Width - 6) / Math.Max(0.1, cell.Text.Width(1)),
                (cell.Cell.Height - 2) / cell.Text.Height(1))));
        if (size < 7.5) return;
        size = Math.Floor(size * 2) / 2;
        foreach (var (cell, value, text) in cells)
        {
            var top = cell.Y + (cell.Height - text.Height(size)) / 2;
            text.Write(svg, cell.X + cell.Width / 2, top + size, size, CssColor.IsDark(Map.Of(value)) ? "#ffffff" : Defaults.Ink, "middle");
        }
    }

    public override void DrawSample(SvgWriter svg, double x, double y) =>
        svg.Empty("rect", ("x", x + 8), ("y", y - 6), ("width", 14.0), ("height", 12.0), ("fill", Map.At(0.75)));

    private IEnumerable<(int Row, int Column, double Value, Rect Cell)> Cells(Axis x, Axis y)
    {
        var (edgesX, edgesY) = (Edges(x, _x), Edges(y, _y));
        for (var r = 0; r < Math.Min(_rows.Length, edgesY.Length - 1); r++)
        {
            var (a, b) = (y.Pixel(edgesY[r]), y.Pixel(edgesY[r + 1]));
            for (var c = 0; c < Math.Min(_rows[r].Length, edgesX.Length - 1); c++)
            {
                if (!double.IsFinite(_rows[r][c])) continue;
                var (left, right) = (x.Pixel(edgesX[c]), x.Pixel(edgesX[c + 1]));
                yield return (r, c, _rows[r][c], new(Math.Min(left, right), Math.Min(a, b), Math.Abs(right - left), Math.Abs(b - a)));
            }
        }
    }

    private string Filled(string template, int row, int column, double value)
    {
        if (template == "%{text}")
            return Json["text"] is JsonArray rows && row < rows.Count && rows[row] is JsonArray texts && column < texts.Count
                ? texts[column].Text() ?? ""
                : "";
        return template.Replace("%{z:.2f}", value.ToString("0.00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("%{z}", FigureNumber.Round(value).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    // Halfway between the places of two cells runs the edge between them.
    private static double[] Edges(Axis axis, JsonNode?[] places)
    {
        var units = places.Select(axis.Unit).ToArray();
        if (units.Length == 0) return [];
        if (units.Length == 1) return [units[0] - 0.5, units[0] + 0.5];
        var between = units.Zip(units.Skip(1), (a, b) => (a + b) / 2).ToArray();
        return [2 * units[0] - between[0], .. between, 2 * units[^1] - between[^1]];
    }
}
