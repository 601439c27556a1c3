namespace PlotlySvg;

/// <summary>plotly.js's line styles as SVG writes them.</summary>
internal static class Strokes
{
    /// <summary>The lengths of dashes and gaps for a line of this width; null for a solid line.</summary>
    public static string? Dashes(string? name, double width)
    {
        var unit = Math.Max(width, 2);
        double[]? lengths = name switch
        {
            "dot" => [1, 1.5],
            "dash" => [4, 2.5],
            "longdash" => [8, 3],
            "dashdot" => [4, 2, 1, 2],
            "longdashdot" => [8, 2.5, 1, 2.5],
            _ => null,
        };
        return lengths is null ? null : string.Join(' ', lengths.Select(length => SvgWriter.Number(length * unit)));
    }
}
