namespace PlotlySvg.Diagrams;

/// <summary>
/// Boxes, circles and arrows with labels, for drawings of how values flow. Positions are in pixels from the upper left corner; colours
/// are <c>#rrggbb</c>; texts may hold <c>&lt;sub&gt;</c>, <c>&lt;sup&gt;</c>, <c>&lt;b&gt;</c> and <c>&lt;i&gt;</c>.
/// </summary>
public sealed class DiagramCanvas
{
    private const double Corner = 9;
    private readonly SvgWriter _svg;

    /// <summary>An empty page with its title.</summary>
    /// <param name="width">Of the page.</param>
    /// <param name="height">Of the page.</param>
    /// <param name="title">Stands at the top, and is the name of the picture.</param>
    /// <param name="description">What the picture shows, for those who do not see it.</param>
    public DiagramCanvas(double width, double height, string title, string description)
    {
        _svg = SvgPage.Open(width, height, title, description, CssColor.Of(Defaults.Ground));
        Description = description;
        Text(title, width / 2, 28, Defaults.TitleSize, Defaults.Ink, "middle", bold: true);
    }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string Description { get; }

    /// <summary>The drawing so far, an <c>svg</c> element.</summary>
    public string ToSvg() => _svg + "</svg>\n";

    /// <summary>A line of text.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="x">Where it starts, or its middle or end, as <paramref name="anchor"/> says.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="size">Of the font, in pixels.</param>
    /// <param name="color">Of the letters.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="bold">Whether in bold letters.</param>
    public void Text(string text, double x, double y, double size, string color, string anchor = "start", bool bold = false) =>
        RichText.Of(text).Write(_svg, x, y, size, color, anchor, bold: bold);

    /// <summary>A grey ground with round corners, for what belongs together.</summary>
    public void Frame(double x, double y, double width, double height) =>
        _svg.Empty(
            "rect", ("x", x), ("y", y), ("width", width), ("height", height), ("rx", 14.0), ("fill", "#f4f6f8"), ("stroke", "#c6ccd3"));

    /// <summary>A box around a point, with a name and below it a function.</summary>
    public void Box(double x, double y, string name, string function, string color)
    {
        const double width = 82, height = 46;
        _svg.Empty(
            "rect", ("x", x - width / 2), ("y", y - height / 2), ("width", width), ("height", height), ("rx", 7.0),
            ("fill", CssColor.Mix("#ffffff", color, 0.14)), ("stroke", color), ("stroke-width", 2.0));
        Text(name, x, y - 4, 12, Defaults.Ink, "middle", bold: true);
        Text(function, x, y + 14, 13, Defaults.Ink, "middle");
    }

    /// <summary>A small operation around a point: a circle for <c>×</c> and <c>+</c>, a rounded box for any other text.</summary>
    public void Operation(double x, double y, string sign, string color)
    {
        if (sign is "×" or "+")
        {
            _svg.Empty("circle", ("cx", x), ("cy", y), ("r", 14.0), ("fill", Defaults.Ground), ("stroke", color), ("stroke-width", 2.0));
            const double r = 6;
            const double s = 4.5;
            var path = sign == "+"
                ? new SvgPath().Move(x - r, y).Right(2 * r).Move(x, y - r).Down(2 * r)
                : new SvgPath().Move(x - s, y - s).Line(x + s, y + s).Move(x + s, y - s).Line(x - s, y + s);
            _svg.Empty("path", ("d", path), ("stroke", Defaults.Ink), ("stroke-width", 2.0), ("stroke-linecap", "round"));
            return;
        }

        var width = Math.Max(30, RichText.Of(sign).Width(12) + 16);
        _svg.Empty(
            "rect", ("x", x - width / 2), ("y", y - 13), ("width", width), ("height", 26.0), ("rx", 13.0), ("fill", Defaults.Ground),
            ("stroke", color), ("stroke-width", 2.0));
        Text(sign, x, y + 4, 12, Defaults.Ink, "middle");
    }

    /// <summary>The dot where one line leaves another.</summary>
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
        if (hasHead) _svg.Empty("path", ("d", PlotlySvg.Arrow.Head(tip.X, tip.Y, dx, dy, size)), ("fill", color));
    }

    private static (double X, double Y) Direction((double X, double Y) from, (double X, double Y) to)
    {
        var length = Math.Max(1e-9, Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y)));
        return ((to.X - from.X) / length, (to.Y - from.Y) / length);
    }
}
