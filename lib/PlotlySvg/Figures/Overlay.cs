using System.Text.Json.Nodes;

namespace PlotlySvg.Figures;

/// <summary>A text, line or rectangle that a figure lays over a plot.</summary>
/// <param name="json">One of the layout's <c>annotations</c> or <c>shapes</c>.</param>
/// <param name="isShape">Whether it is a shape.</param>
internal sealed class Overlay(JsonObject json, bool isShape)
{
    private const double Size = Defaults.TextSize;

    public bool IsShape => isShape;

    /// <summary>Whether it lies beneath the data.</summary>
    public bool IsBelow => json.Text("layer") == "below";

    /// <summary>The name of the axis it refers to, such as <c>x2</c>; null if it refers to the whole figure.</summary>
    public string? XAxis => AxisOf(json.Text("xref"));

    /// <summary>Whether it is the title that Plotly.NET's grid sets above a plot.</summary>
    public bool IsSubplotTitle =>
        !isShape && json.Text("xref") == "paper" && json.Text("yref") == "paper" && json.Text("yanchor") == "bottom"
            && json.Flag("showarrow") == false;

    public string Text => json.Text("text") ?? "";

    /// <summary>Its place in the figure, from 0 to 1, if it refers to the whole figure.</summary>
    public (double X, double Y) Share => (json.Number("x") ?? 0, json.Number("y") ?? 0);

    /// <summary>How far to the right it reaches.</summary>
    public double Right(Rect plot, Axis x)
    {
        if (isShape) return plot.Right;
        var width = RichText.Of(Text).Width(Size);
        var left = Place(json["x"], json.Text("xref"), x, plot.X, plot.Width) + (json.Number("xshift") ?? 0);
        return double.IsNaN(left) ? plot.Right : left + Anchor() switch { "start" => width, "middle" => width / 2, _ => 0 };
    }

    /// <summary>Claims room on the axes, as plotly.js does for shapes that stand at values.</summary>
    public void Extend(Axis x, Axis y)
    {
        if (!isShape) return;
        foreach (var end in (ReadOnlySpan<string>)["0", "1"])
        {
            if (IsValue(json.Text("xref"))) x.Include(UnitOf(json["x" + end], x));
            if (IsValue(json.Text("yref"))) y.Include(UnitOf(json["y" + end], y));
        }
    }

    public void Draw(SvgWriter svg, Rect plot, Axis x, Axis y, Look look)
    {
        if (isShape) DrawShape(svg, plot, x, y);
        else DrawText(svg, plot, x, y, look);
    }

    private static string? AxisOf(string? reference) => reference is null or "paper" ? null : reference.Split(' ')[0];

    private double Place(JsonNode? value, string? reference, Axis axis, double start, double length) =>
        IsValue(reference) ? axis.Pixel(UnitOf(value, axis)) : start + (value.Number() ?? double.NaN) * length;

    // Otherwise a share of the plot.
    private static bool IsValue(string? reference) =>
        reference is not (null or "paper") && !reference.EndsWith(" domain", StringComparison.Ordinal);

    // An annotation's place on a logarithmic axis is written as its exponent, a shape's as the value itself.
    private double UnitOf(JsonNode? value, Axis axis) =>
        axis.Kind == AxisKind.Log && !isShape ? value.Number() ?? double.NaN : axis.Unit(value);

    private double PlaceY(JsonNode? value, Axis y, Rect plot) => Place(value, json.Text("yref"), y, plot.Bottom, -plot.Height);

    private string Anchor() => json.Text("xanchor") switch { "left" => "start", "right" => "end", _ => "middle" };

    private void DrawShape(SvgWriter svg, Rect plot, Axis x, Axis y)
    {
        var (x0, x1) =
            (Place(json["x0"], json.Text("xref"), x, plot.X, plot.Width), Place(json["x1"], json.Text("xref"), x, plot.X, plot.Width));
        var (y0, y1) = (PlaceY(json["y0"], y, plot), PlaceY(json["y1"], y, plot));
        if (double.IsNaN(x0 + x1 + y0 + y1)) return;
        if (Math.Max(x0, x1) < plot.X || Math.Min(x0, x1) > plot.Right || Math.Max(y0, y1) < plot.Y || Math.Min(y0, y1) > plot.Bottom)
            return;
        (x0, x1) = (Math.Clamp(x0, plot.X, plot.Right), Math.Clamp(x1, plot.X, plot.Right));
        (y0, y1) = (Math.Clamp(y0, plot.Y, plot.Bottom), Math.Clamp(y1, plot.Y, plot.Bottom));
        var width = json.Number("line", "width") ?? 2;
        var stroke = width > 0 ? CssColor.Of(json.Text("line", "color") ?? Defaults.Ink).Css : null;
        if (json.Text("type") == "line")
        {
            svg.Empty(
                "path", ("d", new SvgPath().Move(x0, y0).Line(x1, y1)), ("stroke", stroke), ("stroke-width", width),
                ("stroke-dasharray", Strokes.Dashes(json.Text("line", "dash"), width)));
            return;
        }

        var fill = CssColor.Of(json.Text("fillcolor") ?? "none");
        svg.Empty(
            "rect", ("x", Math.Min(x0, x1)), ("y", Math.Min(y0, y1)), ("width", Math.Abs(x1 - x0)), ("height", Math.Abs(y1 - y0)),
            ("fill", fill.Css),
            ("fill-opacity", fill.Opacity * (json.Number("opacity") ?? 1)), ("stroke", stroke),
            ("stroke-width", stroke is null ? null : width));
    }

    private void DrawText(SvgWriter svg, Rect plot, Axis x, Axis y, Look look)
    {
        var text = RichText.Of(Text);
        var (tipX, tipY) = (Place(json["x"], json.Text("xref"), x, plot.X, plot.Width), PlaceY(json["y"], y, plot));
        if (double.IsNaN(tipX + tipY)) return;
        var color = json.Text("font", "color") ?? look.Ink;
        var height = text.Height(Size);
        var hasArrow = json.Flag("showarrow") ?? true;
        var (left, top) = (tipX + (json.Number("xshift") ?? 0), tipY - (json.Number("yshift") ?? 0));
        if (hasArrow)
        {
            (left, top) = (tipX + (json.Number("ax") ?? -10), tipY + (json.Number("ay") ?? -30));
            Arrow.Draw(svg, left, top, tipX, tipY, color);
        }

        top -= json.Text("yanchor") switch { "top" => 0, "bottom" => height, _ => hasArrow ? height + 2 : height / 2 };
        text.Write(
            svg, left, top + 0.85 * Size + (RichText.LineHeight - 1) / 2 * Size, Size, color, hasArrow ? "middle" : Anchor(),
            halo: CssColor.Of(look.Plot).Css);
    }
}
