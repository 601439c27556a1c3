using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>plotly.js's patterns on bars, drawn as plain lines: SVG's own patterns would need names that are unique on a page.</summary>
internal static class Hatch
{
    /// <param name="svg">Where to draw.</param>
    /// <param name="place">The bar.</param>
    /// <param name="shape"><c>/</c>, <c>\</c>, <c>x</c>, <c>-</c>, <c>|</c>, <c>+</c> or <c>.</c></param>
    /// <param name="pattern">The trace's <c>marker.pattern</c>.</param>
    public static void Draw(SvgWriter svg, Rect place, string shape, JsonNode? pattern)
    {
        if (place.Width < 1 || place.Height < 1) return;
        var step = Math.Max(4, pattern.Number("size") ?? 8);
        var path = new SvgPath();
        var (left, top, right, bottom) = (place.X, place.Y, place.Right, place.Bottom);
        for (var at = step / 2; at < place.Height && shape is "-" or "+"; at += step) Line(left, top + at, right, top + at);
        for (var at = step / 2; at < place.Width && shape is "|" or "+"; at += step) Line(left + at, top, left + at, bottom);
        for (var at = step; at < place.Width + place.Height && shape is "/" or "x"; at += step * 1.4) Slanted(at, mirrored: true);
        for (var at = step; at < place.Width + place.Height && shape is "\\" or "x"; at += step * 1.4) Slanted(at, mirrored: false);
        for (var y = bottom - step / 2; y > top && shape == "."; y -= step)
        {
            for (var x = left + step / 2; x < right; x += step) path.Move(x, y).Right(0);
        }

        if (path.IsEmpty) return;
        var color = CssColor.Of(pattern.Text("fgcolor") ?? Defaults.Ground).Css;
        // Lines of no length with round ends are dots.
        svg.Empty(
            "path", ("d", path), ("fill", "none"), ("stroke", color), ("stroke-width", shape == "." ? 2.5 : 1.5),
            ("stroke-linecap", shape == "." ? "round" : null),
            ("opacity", pattern.Number("fgopacity") ?? 0.5));

        void Line(double x1, double y1, double x2, double y2) => path.Move(x1, y1).Line(x2, y2);

        // A line at 45 degrees that enters at the left or lower edge, counted from the lower left corner, and leaves at the other two.
        void Slanted(double along, bool mirrored)
        {
            var (x1, y1) = along <= place.Height ? (0.0, along) : (along - place.Height, place.Height);
            var (x2, y2) = along <= place.Width ? (along, 0.0) : (place.Width, along - place.Width);
            if (mirrored) Line(right - x1, top + y1, right - x2, top + y2);
            else Line(left + x1, top + y1, left + x2, top + y2);
        }
    }
}
