using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>Lines, markers and texts at points.</summary>
internal sealed class ScatterTrace : Trace
{
    private readonly JsonNode?[] _x;
    private readonly JsonNode?[] _y;
    private readonly string _mode;
    private readonly double _lineWidth;
    private readonly string _lineColor;
    private readonly string? _dash;
    private readonly string? _symbol;
    private readonly double _markerSize;
    private readonly int _mostMarkers;
    private readonly double[] _errors;
    private double[] _base = [];

    public ScatterTrace(JsonObject json, string color)
        : base(json, color)
    {
        _y = json.Items("y");
        _x = json.Items("x");
        if (_x.Length == 0) _x = Counted(_y.Length);
        if (_y.Length == 0) _y = Counted(_x.Length);
        Count = Math.Min(_x.Length, _y.Length);
        _mode = json.Text("mode") ?? (Count < 20 ? "lines+markers" : "lines");
        _lineColor = json.Text("line", "color") ?? Color;
        _lineWidth = json.Number("line", "width") ?? 2;
        _dash = json.Text("line", "dash");
        _symbol = json.Text("marker", "symbol");
        _markerSize = json.Number("marker", "size") ?? 6;
        _mostMarkers = (int)Math.Clamp(json.Number("marker", "maxdisplayed") ?? 0, 0, 1e6);
        _errors = json.Numbers("error_y", "array");
        Fill = json.Text("fill") ?? (json["stackgroup"] is null ? "none" : "tonexty");
    }

    public override int Layer => 3;

    public override IEnumerable<JsonNode?> XData => _x;

    public override IEnumerable<JsonNode?> YData => _y;

    /// <summary>What is filled: <c>none</c>, <c>tozeroy</c>, <c>tonexty</c> (down to the trace before) or <c>toself</c>.</summary>
    public string Fill { get; }

    public string? StackGroup => Json.Text("stackgroup");

    private int Count { get; }

    private bool HasLines => _mode.Contains("lines", StringComparison.Ordinal) && _lineWidth > 0;

    private bool HasMarkers => _mode.Contains("markers", StringComparison.Ordinal);

    private bool HasText => _mode.Contains("text", StringComparison.Ordinal);

    /// <summary>Lays this trace upon the one before it in its stack.</summary>
    public void StackOn(ScatterTrace before) =>
        _base = [.. Enumerable.Range(0, Count)
            .Select(i => i < before.Count ? (before._y[i].Number() ?? 0) + (i < before._base.Length ? before._base[i] : 0) : 0)];

    public override void Extend(Axis x, Axis y)
    {
        foreach (var (unitX, unitY) in Units(x, y))
        {
            // A point without a place on one axis takes no room on the other.
            if (double.IsNaN(unitX) || double.IsNaN(unitY)) continue;
            x.Include(unitX);
            y.Include(unitY);
        }

        foreach (var (low, high) in Errors(y))
        {
            y.Include(low);
            y.Include(high);
        }

        if (Fill == "tozeroy" && y.Kind == AxisKind.Linear) y.StartAtZero();
        if (StackGroup is not null) y.StartAtZero();
        if (x.Kind != AxisKind.Category) x.Pad(HasMarkers || HasText ? 0.025 : 0);
        if (y.Kind != AxisKind.Category) y.Pad(HasText ? 0.12 : 0.05);
    }

    /// <summary>Fills below the line; <paramref name="before"/> is the trace drawn before this one.</summary>
    public void DrawFill(SvgWriter svg, Axis x, Axis y, ScatterTrace? before)
    {
        if (Fill is "none" or "") return;
        var points = Pixels(x, y).Where(point => !double.IsNaN(point.X + point.Y)).ToArray();
        if (points.Length < 2) return;
        var floor = y.Pixel(y.Kind == AxisKind.Linear ? Math.Clamp(0, y.Low, y.High) : y.Low);
        IEnumerable<(double X, double Y)> back = (Fill, before) switch
        {
            ("toself", _) => [],
            ("tonexty", not null) => before.Pixels(x, y).Where(point => !double.IsNaN(point.X + point.Y)).Reverse(),
            _ => [(points[^1].X, floor), (points[0].X, floor)],
        };
        var color = CssColor.Of(Json.Text("fillcolor") ?? _lineColor);
        var opacity = Json.Text("fillcolor") is null ? 0.25 : color.Opacity;
        svg.Empty("path", ("d", LinePath.Of([.. points, .. back]) + "z"), ("fill", color.Css), ("fill-opacity", opacity * Opacity));
    }

    public override void Draw(SvgWriter svg, Axis x, Axis y)
    {
        var points = Pixels(x, y);
        if (HasLines)
        {
            svg.Empty(
                "path", ("d", LinePath.Of(points)), ("fill", "none"), ("stroke", CssColor.Of(_lineColor).Css), ("stroke-width", _lineWidth),
                ("stroke-dasharray", Strokes.Dashes(_dash, _lineWidth)), ("stroke-linejoin", "round"),
                ("opacity", Opacity < 1 ? Opacity : null));
        }
    }

    public override void DrawLabels(SvgWriter svg, Axis x, Axis y, Look look)
    {
        var visible = Pixels(x, y);
        var inside = Units(x, y).Select(unit => !double.IsNaN(unit.X + unit.Y) && x.Contains(unit.X) && y.Contains(unit.Y)).ToArray();
        DrawErrors(svg, visible, y, look);
        if (HasMarkers)
        {
            var path = new SvgPath();
            foreach (var i in Shown().Where(i => inside[i])) path.Marker(_symbol, visible[i].X, visible[i].Y, _markerSize);
            if (!path.IsEmpty) svg.Empty("path", ("d", path), ("fill", CssColor.Of(Color).Css), ("opacity", Opacity < 1 ? Opacity : null));
        }

        if (!HasText) return;
        for (var i = 0; i < Count; i++)
        {
            if (inside[i] && TextOf(i) is { Length: > 0 } text) DrawText(svg, RichText.Of(text), visible[i].X, visible[i].Y, look);
        }
    }

    public override void DrawSample(SvgWriter svg, double x, double y)
    {
        if (HasLines)
        {
            svg.Empty(
                "path", ("d", new SvgPath().Move(x, y).Right(30)), ("stroke", CssColor.Of(_lineColor).Css), ("stroke-width", _lineWidth),
                ("stroke-dasharray", Strokes.Dashes(_dash, _lineWidth)));
        }

        if (HasMarkers) svg.Empty("path", ("d", new SvgPath().Marker(_symbol, x + 15, y, _markerSize)), ("fill", CssColor.Of(Color).Css));
        if (!HasLines && !HasMarkers && Fill != "none")
        {
            var color = CssColor.Of(Json.Text("fillcolor") ?? _lineColor);
            svg.Empty(
                "rect", ("x", x), ("y", y - 6), ("width", 30.0), ("height", 12.0), ("fill", color.Css),
                ("fill-opacity", color.Opacity < 1 ? color.Opacity : 0.25));
        }
    }

    private IEnumerable<(double Low, double High)> Errors(Axis y) => _errors.Take(Count)
        .Select((error, i) => (y.Unit((_y[i].Number() ?? double.NaN) - error), y.Unit((_y[i].Number() ?? double.NaN) + error)));

    private void DrawErrors(SvgWriter svg, (double X, double Y)[] points, Axis y, Look look)
    {
        const double cap = 5;
        var path = new SvgPath();
        foreach (var (i, (low, high)) in Errors(y).Index())
        {
            if (double.IsNaN(low + high + points[i].X)) continue;
            var (x, top, bottom) = (points[i].X, y.Pixel(Math.Min(high, y.High)), y.Pixel(Math.Max(low, y.Low)));
            path.Move(x, top).Line(x, bottom).Move(x - cap, top).Right(2 * cap).Move(x - cap, bottom).Right(2 * cap);
        }

        if (path.IsEmpty) return;
        var color = CssColor.Of(Json.Text("error_y", "color") ?? look.Ink).Css;
        svg.Empty("path", ("d", path), ("stroke", color), ("stroke-width", 1.5), ("fill", "none"));
    }

    private void DrawText(SvgWriter svg, RichText text, double x, double y, Look look)
    {
        var position = Json.Text("textposition") ?? "middle center";
        var away = HasMarkers ? _markerSize / 2 + 3 : 0;
        var (anchor, dx) = position.EndsWith("left", StringComparison.Ordinal)
            ? ("end", -away)
            : position.EndsWith("right", StringComparison.Ordinal) ? ("start", away) : ("middle", 0);
        var height = text.Height(Defaults.TextSize);
        var dy = position.StartsWith("top", StringComparison.Ordinal)
            ? -height - away
            : position.StartsWith("bottom", StringComparison.Ordinal) ? away : -height / 2;
        text.Write(svg, x + dx, y + dy + Defaults.TextSize, Defaults.TextSize, Json.Text("textfont", "color") ?? look.Ink, anchor);
    }

    // Every so many points, counted back from the last.
    private IEnumerable<int> Shown()
    {
        var every = _mostMarkers == 0 ? 1 : (int)Math.Ceiling(Count / (double)_mostMarkers);
        return Enumerable.Range(0, Count).Where(i => (Count - 1 - i) % every == 0);
    }

    private IEnumerable<(double X, double Y)> Units(Axis x, Axis y)
    {
        for (var i = 0; i < Count; i++)
        {
            var lift = i < _base.Length ? _base[i] : 0;
            yield return (x.Unit(_x[i]), lift != 0 && _y[i].Number() is { } own ? y.Unit(own + lift) : y.Unit(_y[i]));
        }
    }

    private (double X, double Y)[] Pixels(Axis x, Axis y) => [.. Units(x, y).Select(unit => (x.Pixel(unit.X), y.Pixel(unit.Y)))];
}
