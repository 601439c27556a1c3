namespace LstmCourse.Charts.Svg;

/// <summary>plotly.js's marker symbols as paths.</summary>
internal static class Markers
{
    private static readonly string[] Names = ["circle", "square", "diamond", "cross", "x", "triangle-up", "triangle-down"];

    /// <summary>A closed path around a point; <paramref name="size"/> is the diameter.</summary>
    /// <param name="symbol">A name, or plotly.js's number for it.</param>
    /// <param name="x">In pixels.</param>
    /// <param name="y">In pixels.</param>
    /// <param name="size">In pixels.</param>
    public static string Path(string? symbol, double x, double y, double size)
    {
        if (int.TryParse(symbol, out var number) && number >= 0 && number < Names.Length) symbol = Names[number];
        var r = size / 2;
        return symbol switch
        {
            "square" => Polygon(x, y, r * 0.9, (-1, -1), (1, -1), (1, 1), (-1, 1)),
            "diamond" => Polygon(x, y, r * 1.25, (0, -1), (1, 0), (0, 1), (-1, 0)),
            "triangle-up" => Polygon(x, y, r * 1.15, (0, -1), (1, 0.8), (-1, 0.8)),
            "triangle-down" => Polygon(x, y, r * 1.15, (0, 1), (-1, -0.8), (1, -0.8)),
            "cross" => Polygon(x, y, r * 1.1, (-0.33, -1), (0.33, -1), (0.33, -0.33), (1, -0.33), (1, 0.33), (0.33, 0.33), (0.33, 1), (-0.33, 1), (-0.33, 0.33), (-1, 0.33), (-1, -0.33), (-0.33, -0.33)),
            "x" => Polygon(x, y, r * 1.1, (-1, -0.6), (-0.6, -1), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0), (1, 0.6), (0.6, 1), (0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0)),
            _ => Circle(x, y, r),
        };
    }

    private static string Circle(double x, double y, double r)
    {
        var (radius, diameter) = (SvgWriter.Short(r), SvgWriter.Short(2 * r));
        return $"M{SvgWriter.Short(x - r)} {SvgWriter.Short(y)}a{radius} {radius} 0 1 0 {diameter} 0a{radius} {radius} 0 1 0 -{diameter} 0z";
    }

    private static string Polygon(double x, double y, double r, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var path = "";
        foreach (var corner in corners) path += $"{(path.Length == 0 ? 'M' : 'L')}{SvgWriter.Short(x + corner.X * r)} {SvgWriter.Short(y + corner.Y * r)}";
        return path + "z";
    }
}
