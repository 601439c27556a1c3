using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>Upright or lying bars, those of a histogram among them.</summary>
internal class BarTrace : Trace
{
    private readonly Bar[] _bars;

    public BarTrace(JsonObject json, string color)
        : this(json, color, json.Text("orientation") == "h", [])
    {
        var keys = json.Items(IsHorizontal ? "y" : "x");
        var values = json.Numbers(IsHorizontal ? "x" : "y");
        if (keys.Length == 0) keys = Counted(values.Length);
        var errors = json.Numbers(IsHorizontal ? "error_x" : "error_y", "array");
        var colors = json.Items("marker", "color");
        var bases = json.Numbers("base");
        _bars = [.. values.Take(keys.Length).Select((value, i) => new Bar(keys[i], value)
        {
            Error = i < errors.Length ? errors[i] : double.NaN,
            Text = TextOf(i),
            Color = i < colors.Length ? colors[i].Text() : null,
            From = i < bases.Length ? bases[i] : json.Number("base") ?? 0,
        })];
    }

    protected BarTrace(JsonObject json, string color, bool isHorizontal, Bar[] bars)
        : base(json, color) => (IsHorizontal, _bars) = (isHorizontal, bars);

    public override int Layer => 1;

    public bool IsHorizontal { get; }

    public IReadOnlyList<Bar> Bars => _bars;

    /// <summary>The free room beside the bars as a share of their slot, if this kind of trace has its own.</summary>
    public virtual double? Gap => null;

    /// <summary>The width that the trace asks for, in units of the axis of keys.</summary>
    public virtual double? Width => Json.Number("width");

    public override IEnumerable<JsonNode?> XData => IsHorizontal ? [] : _bars.Select(bar => bar.Key);

    public override IEnumerable<JsonNode?> YData => IsHorizontal ? _bars.Select(bar => bar.Key) : [];

    private bool HasOutsideText => Json.Text("textposition") is "outside" && _bars.Any(bar => bar.Text is { Length: > 0 });

    public override void Extend(Axis x, Axis y)
    {
        var (keys, values) = IsHorizontal ? (y, x) : (x, y);
        foreach (var bar in _bars)
        {
            keys.Include(bar.KeyLow);
            keys.Include(bar.KeyHigh);
            values.Include(values.Unit(bar.From));
            values.Include(values.Unit(bar.To));
            values.Include(values.Unit(bar.To + bar.Error));
            values.Include(values.Unit(bar.To - bar.Error));
        }

        values.StartAtZero();
        values.Pad(HasOutsideText && _bars.Any(bar => bar.Length < 0) ? 0.1 : 0.05);
        if (!HasOutsideText) return;
        var room = IsHorizontal
            ? _bars.Max(bar => RichText.Of(bar.Text).Width(Defaults.TickSize)) + 12
            : Defaults.TickSize * RichText.LineHeight;
        values.RoomAtEnd = Math.Max(values.RoomAtEnd, room);
    }

    public override void Draw(SvgWriter svg, Axis x, Axis y)
    {
        var outline = Json.Text("marker", "line", "color");
        var outlineWidth = Json.Number("marker", "line", "width") ?? (outline is null ? 0 : 1);
        foreach (var bar in _bars)
        {
            if (Place(bar, x, y) is not { } place) continue;
            var color = CssColor.Of(bar.Color ?? Color);
            svg.Empty(
                "rect", ("x", place.X), ("y", place.Y), ("width", place.Width), ("height", place.Height), ("fill", color.Css),
                ("fill-opacity", Opacity * color.Opacity < 1 ? Opacity * color.Opacity : null),
                ("stroke", outlineWidth > 0 ? CssColor.Of(outline ?? Color).Css : null),
                ("stroke-width", outlineWidth > 0 && outlineWidth != 1 ? outlineWidth : null));
            if (Json.Text("marker", "pattern", "shape") is { Length: > 0 } shape) Hatch.Draw(svg, place, shape, Json["marker"]!["pattern"]);
        }
    }

    public override void DrawLabels(SvgWriter svg, Axis x, Axis y, Look look)
    {
        foreach (var bar in _bars)
        {
            if (Place(bar, x, y) is not { } place) continue;
            if (double.IsFinite(bar.Error)) DrawError(svg, bar, place, IsHorizontal ? x : y);
            if (bar.Text is { Length: > 0 } text) DrawText(svg, RichText.Of(text), bar, place, look);
        }
    }

    public override void DrawSample(SvgWriter svg, double x, double y)
    {
        var place = new Rect(x + 6, y - 6, 18, 12);
        svg.Empty(
            "rect", ("x", place.X), ("y", place.Y), ("width", place.Width), ("height", place.Height), ("fill", CssColor.Of(Color).Css),
            ("fill-opacity", Opacity < 1 ? Opacity : null),
            ("stroke", Opacity < 1 ? CssColor.Of(Color).Css : null));
        if (Json.Text("marker", "pattern", "shape") is { Length: > 0 } shape) Hatch.Draw(svg, place, shape, Json["marker"]!["pattern"]);
    }

    private Rect? Place(Bar bar, Axis x, Axis y)
    {
        var (keys, values) = IsHorizontal ? (y, x) : (x, y);
        var (from, to) = (values.Unit(bar.From), values.Unit(bar.To));
        // On a logarithmic axis a bar has no zero to stand on.
        if (double.IsNaN(from)) from = values.Low;
        if (double.IsNaN(to) || double.IsNaN(bar.KeyLow)) return null;
        var (a, b) = (keys.Pixel(bar.KeyLow), keys.Pixel(bar.KeyHigh));
        var (c, d) = (values.Pixel(Math.Clamp(from, values.Low, values.High)), values.Pixel(Math.Clamp(to, values.Low, values.High)));
        var (low, thick, start, length) = (Math.Min(a, b), Math.Abs(a - b), Math.Min(c, d), Math.Abs(c - d));
        return IsHorizontal ? new(start, low, length, thick) : new(low, start, thick, length);
    }

    private void DrawError(SvgWriter svg, Bar bar, Rect place, Axis values)
    {
        var (low, high) = (values.Unit(bar.To - bar.Error), values.Unit(bar.To + bar.Error));
        if (double.IsNaN(high)) return;
        if (double.IsNaN(low)) low = values.Low;
        var (a, b) = (values.Pixel(Math.Clamp(low, values.Low, values.High)), values.Pixel(Math.Clamp(high, values.Low, values.High)));
        var middle = IsHorizontal ? place.Y + place.Height / 2 : place.X + place.Width / 2;
        var cap = Math.Min(5, (IsHorizontal ? place.Height : place.Width) / 3);
        var path = new SvgPath();
        Stroke(a, middle - cap, a, middle + cap);
        Stroke(b, middle - cap, b, middle + cap);
        Stroke(a, middle, b, middle);
        var color = Json.Text("error_y", "color") ?? Json.Text("error_x", "color") ?? Defaults.Ink;
        svg.Empty("path", ("d", path), ("stroke", CssColor.Of(color).Css), ("stroke-width", 1.5), ("fill", "none"));

        void Stroke(double along, double across, double toAlong, double toAcross)
        {
            if (IsHorizontal) path.Move(along, across).Line(toAlong, toAcross);
            else path.Move(across, along).Line(toAcross, toAlong);
        }
    }

    private void DrawText(SvgWriter svg, RichText text, Bar bar, Rect place, Look look)
    {
        const double size = Defaults.TickSize;
        var isOutside = Json.Text("textposition") is "outside";
        // A label wider than its bar would run into the next one's.
        if (!IsHorizontal && text.Width(size) > place.Width + 1) return;
        if (IsHorizontal && place.Height < size) return;
        var ink = isOutside || !CssColor.IsDark(CssColor.Of(bar.Color ?? Color).Css) ? look.Ink : "#ffffff";
        if (IsHorizontal)
        {
            var x = isOutside ? bar.Length < 0 ? place.X - 5 : place.Right + 5 : place.X + place.Width / 2;
            text.Write(
                svg, x, place.Y + place.Height / 2 + 0.35 * size, size, ink, !isOutside ? "middle" : bar.Length < 0 ? "end" : "start");
        }
        else
        {
            var y = isOutside ? bar.Length < 0 ? place.Bottom + size + 1 : place.Y - 4 : place.Y + place.Height / 2 + 0.35 * size;
            text.Write(svg, place.X + place.Width / 2, y, size, ink, "middle");
        }
    }
}
