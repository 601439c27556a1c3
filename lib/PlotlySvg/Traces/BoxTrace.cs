using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>Boxes from the lower to the upper quartile with the median in them, whiskers, and outliers as points.</summary>
internal sealed class BoxTrace : Trace
{
    private const double BoxWidth = 0.5;
    private readonly (JsonNode Key, double[] Values)[] _groups;
    private readonly bool _isHorizontal;

    public BoxTrace(JsonObject json, string color)
        : base(json, color)
    {
        _isHorizontal = json.Text("orientation") == "h" || json["y"] is null;
        var values = json.Numbers(_isHorizontal ? "x" : "y");
        var keys = json.Items(_isHorizontal ? "y" : "x");
        JsonNode own = Name.Length > 0 ? Name : " ";
        _groups = keys.Length == 0
            ? [(own, Finite(values))]
            : [.. values.Zip(keys).GroupBy(pair => pair.Second?.ToString() ?? "", pair => pair.First)
                .Select(group => ((JsonNode)group.Key, Finite(group)))];
    }

    public override int Layer => 2;

    public override IEnumerable<JsonNode?> XData => _isHorizontal ? [] : _groups.Select(group => group.Key);

    public override IEnumerable<JsonNode?> YData => _isHorizontal ? _groups.Select(group => group.Key) : [];

    public override void Extend(Axis x, Axis y)
    {
        var values = _isHorizontal ? x : y;
        foreach (var value in _groups.SelectMany(group => group.Values)) values.Include(values.Unit(value));
        values.Pad(0.06);
    }

    public override void Draw(SvgWriter svg, Axis x, Axis y)
    {
        var (keys, values) = _isHorizontal ? (y, x) : (x, y);
        foreach (var (key, all) in _groups)
        {
            var unit = keys.Unit(key);
            if (all.Length == 0 || double.IsNaN(unit)) continue;
            var box = BoxSummary.Of(all);
            var (middle, half) = (keys.Pixel(unit), Math.Abs(keys.Pixel(unit + BoxWidth / 2) - keys.Pixel(unit)));
            var (low, q1, median, q3, high) =
                (Pixel(box.Low), Pixel(box.LowerQuartile), Pixel(box.Median), Pixel(box.UpperQuartile), Pixel(box.High));
            var outline = new SvgPath().Polygon(
                At(q1, middle - half), At(q1, middle + half), At(q3, middle + half), At(q3, middle - half));
            var rest = new SvgPath();
            Stroke(rest, median, middle - half, median, middle + half);
            Stroke(rest, q3, middle, high, middle);
            Stroke(rest, q1, middle, low, middle);
            Stroke(rest, low, middle - half / 2, low, middle + half / 2);
            Stroke(rest, high, middle - half / 2, high, middle + half / 2);
            var color = CssColor.Of(Json.Text("line", "color") ?? Color).Css;
            var fill = CssColor.Of(Json.Text("fillcolor") ?? color);
            svg.Empty(
                "path", ("d", outline), ("fill", fill.Css), ("fill-opacity", Json.Text("fillcolor") is null ? 0.25 : fill.Opacity),
                ("stroke", color), ("stroke-width", 1.5));
            svg.Empty("path", ("d", rest), ("fill", "none"), ("stroke", color), ("stroke-width", 1.5));
            var points = new SvgPath();
            foreach (var place in box.Outliers.Select(value => At(Pixel(value), middle))) points.Circle(place.X, place.Y, 2.5);
            if (!points.IsEmpty) svg.Empty("path", ("d", points), ("fill", color));
        }

        double Pixel(double value) => values.Pixel(double.IsNaN(values.Unit(value)) ? values.Low : values.Unit(value));
        (double X, double Y) At(double along, double across) => _isHorizontal ? (along, across) : (across, along);

        void Stroke(SvgPath path, double along, double across, double toAlong, double toAcross)
        {
            var (from, to) = (At(along, across), At(toAlong, toAcross));
            path.Move(from.X, from.Y).Line(to.X, to.Y);
        }
    }

    public override void DrawSample(SvgWriter svg, double x, double y) =>
        svg.Empty(
            "rect", ("x", x + 8), ("y", y - 6), ("width", 14.0), ("height", 12.0), ("fill", CssColor.Of(Color).Css), ("fill-opacity", 0.25),
            ("stroke", CssColor.Of(Color).Css));

    private static double[] Finite(IEnumerable<double> values) => [.. values.Where(double.IsFinite).Order()];
}
