namespace PlotlySvg;

/// <summary>plotly.js's marker symbols.</summary>
internal static class Markers
{
    private static readonly string[] Names = ["circle", "square", "diamond", "cross", "x", "triangle-up", "triangle-down"];

    /// <summary>Adds a marker around a point; <paramref name="size"/> is its diameter.</summary>
    /// <param name="path">What to add it to.</param>
    /// <param name="symbol">A name, or plotly.js's number for it.</param>
    /// <param name="x">In pixels.</param>
    /// <param name="y">In pixels.</param>
    /// <param name="size">In pixels.</param>
    public static SvgPath Marker(this SvgPath path, string? symbol, double x, double y, double size)
    {
        if (int.TryParse(symbol, out var number) && number >= 0 && number < Names.Length) symbol = Names[number];
        var r = size / 2;
        return symbol switch
        {
            "square" => Scaled(0.9, (-1, -1), (1, -1), (1, 1), (-1, 1)),
            "diamond" => Scaled(1.25, (0, -1), (1, 0), (0, 1), (-1, 0)),
            "triangle-up" => Scaled(1.15, (0, -1), (1, 0.8), (-1, 0.8)),
            "triangle-down" => Scaled(1.15, (0, 1), (-1, -0.8), (1, -0.8)),
            "cross" => Scaled(
                1.1, (-0.33, -1), (0.33, -1), (0.33, -0.33), (1, -0.33), (1, 0.33), (0.33, 0.33),
                (0.33, 1), (-0.33, 1), (-0.33, 0.33), (-1, 0.33), (-1, -0.33), (-0.33, -0.33)),
            "x" => Scaled(
                1.1, (-1, -0.6), (-0.6, -1), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0),
                (1, 0.6), (0.6, 1), (0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0)),
            _ => path.Circle(x, y, r),
        };

        SvgPath Scaled(double scale, params ReadOnlySpan<(double X, double Y)> corners)
        {
            Span<(double, double)> placed = new (double, double)[corners.Length];
            for (var i = 0; i < corners.Length; i++) placed[i] = (x + corners[i].X * r * scale, y + corners[i].Y * r * scale);
            return path.Polygon(placed);
        }
    }
}
