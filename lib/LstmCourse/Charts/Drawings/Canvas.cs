using LstmCourse.Charts.Svg;

namespace LstmCourse.Charts.Drawings;

/// <summary>Boxes, circles and arrows with labels: what the diagrams of cells are made of.</summary>
internal sealed class Canvas
{
    private const double Corner = 9;
    private readonly SvgWriter _svg;
    private readonly string _description;

    public Canvas(double width, double height, string title, string description)
    {
        _description = description;
        _svg = SvgPage.Open(width, height, title, description, CssColor.Of(Theme.Ground));
        Text(title, width / 2, 28, Theme.TitleSize, Theme.Ink, "middle", bold: true);
    }

    public Diagram ToDiagram() => new(_svg.Close("svg").ToString(), _description);

    public void Text(string text, double x, double y, double size, string color, string anchor = "start", bool bold = false) =>
        RichText.Of(text).Write(_svg, x, y, size, color, anchor, bold: bold);

    /// <summary>The inside of a cell.</summary>
    public void Frame(double x, double y, double width, double height) =>
        _svg.Empty(
            "rect", ("x", x), ("y", y), ("width", width), ("height", height), ("rx", 14.0), ("fill", "#f4f6f8"), ("stroke", "#c6ccd3"));

    /// <summary>A gate: its name, and the function that squashes it.</summary>
    public void Gate(double x, double y, string name, string function, GateStyle style)
    {
        const double width = 82, height = 46;
        _svg.Empty(
            "rect", ("x", x - width / 2), ("y", y - height / 2), ("width", width), ("height", height), ("rx", 7.0),
            ("fill", CssColor.Mix("#ffffff", style.Color, 0.14)), ("stroke", style.Color), ("stroke-width", 2.0));
        Text(name, x, y - 4, 12, Theme.Ink, "middle", bold: true);
        Text(function, x, y + 14, 13, Theme.Ink, "middle");
    }

    /// <summary>A small operation: a product, a sum, a squashing.</summary>
    public void Operation(double x, double y, string sign, string color)
    {
        if (sign is "×" or "+")
        {
            _svg.Empty("circle", ("cx", x), ("cy", y), ("r", 14.0), ("fill", Theme.Ground), ("stroke", color), ("stroke-width", 2.0));
            const double r = 6;
            const double s = 4.5;
            var path = sign == "+"
                ? new SvgPath().Move(x - r, y).Right(2 * r).Move(x, y - r).Down(2 * r)
                : new SvgPath().Move(x - s, y - s).Line(x + s, y + s).Move(x + s, y - s).Line(x - s, y + s);
            _svg.Empty("path", ("d", path), ("stroke", Theme.Ink), ("stroke-width", 2.0), ("stroke-linecap", "round"));
            return;
        }

        var width = Math.Max(30, RichText.Of(sign).Width(12) + 16);
        _svg.Empty(
            "rect", ("x", x - width / 2), ("y", y - 13), ("width", width), ("height", 26.0), ("rx", 13.0), ("fill", Theme.Ground),
            ("stroke", color), ("stroke-width", 2.0));
        Text(sign, x, y + 4, 12, Theme.Ink, "middle");
    }

    /// <summary>Where one line leaves another.</summary>
    public void Branch(double x, double y, string color) => _svg.Empty("circle", ("cx", x), ("cy", y), ("r", 4.0), ("fill", color));

    /// <summary>A line through points, with round corners and a head at its end.</summary>
    public void Arrow(string color, double width, params ReadOnlySpan<(double X, double Y)> points) =>
        Line(color, width, hasHead: true, points);

    /// <summary>As <see cref="Arrow"/>, without the head.</summary>
    public void Wire(string color, double width, params ReadOnlySpan<(double X, double Y)> points) =>
        Line(color, width, hasHead: false, points);

    private void Line(string color, double width, bool hasHead, ReadOnlySpan<(double X, double Y)> points)
    {
        var (tip, before) = (points[^1], points[^2]);
        var (dx, dy) = Direction(before, tip);
        var size = 5 + 2 * width;
        var end = hasHead ? (X: tip.X - dx * (size - 2), Y: tip.Y - dy * (size - 2)) : tip;

        var path = new SvgPath().Move(points[0].X, points[0].Y);
        for (var i = 1; i < points.Length - 1; i++)
        {
            var (inX, inY) = Direction(points[i - 1], points[i]);
            var (outX, outY) = Direction(points[i], points[i + 1]);
            var (x, y) = points[i];
            path.Line(x - inX * Corner, y - inY * Corner).Curve(x, y, x + outX * Corner, y + outY * Corner);
        }

        _svg.Empty("path", ("d", path.Line(end.X, end.Y)), ("fill", "none"), ("stroke", color), ("stroke-width", width));
        if (hasHead) _svg.Empty("path", ("d", Svg.Arrow.Head(tip.X, tip.Y, dx, dy, size)), ("fill", color));
    }

    private static (double X, double Y) Direction((double X, double Y) from, (double X, double Y) to)
    {
        var length = Math.Max(1e-9, Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y)));
        return ((to.X - from.X) / length, (to.Y - from.Y) / length);
    }
}
