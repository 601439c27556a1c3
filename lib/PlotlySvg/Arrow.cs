namespace PlotlySvg;

/// <summary>A straight line with a head. The head is a path of its own: markers would need names that are unique on a page.</summary>
internal static class Arrow
{
    public static void Draw(SvgWriter svg, double fromX, double fromY, double toX, double toY, string color, double width = 1.5)
    {
        var length = Math.Max(1e-6, Math.Sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY)));
        var (dx, dy) = ((toX - fromX) / length, (toY - fromY) / length);
        var head = Math.Min(4 + 2.5 * width, length);
        var (neckX, neckY) = (toX - dx * head, toY - dy * head);
        svg.Empty(
            "path", ("d", new SvgPath().Move(fromX, fromY).Line(neckX + dx, neckY + dy)), ("stroke", color), ("stroke-width", width),
            ("fill", "none"));
        svg.Empty("path", ("d", Head(toX, toY, dx, dy, head)), ("fill", color));
    }

    /// <summary>A head whose tip is at a point, for a line that comes from the direction (dx, dy), a vector of length 1.</summary>
    public static SvgPath Head(double x, double y, double dx, double dy, double size)
    {
        var half = 0.42 * size;
        var (backX, backY) = (x - dx * size, y - dy * size);
        return new SvgPath().Polygon((x, y), (backX - dy * half, backY + dx * half), (backX + dy * half, backY - dx * half));
    }
}
