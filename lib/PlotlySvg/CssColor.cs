using System.Globalization;
using System.Text.RegularExpressions;

namespace PlotlySvg;

/// <summary>A colour with its opacity, which SVG wants as an attribute of its own.</summary>
/// <param name="Css">Without opacity.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal readonly partial record struct CssColor(string Css, double Opacity)
{
    public static CssColor Of(string css)
    {
        var match = Rgba().Match(css);
        if (!match.Success) return new(css, 1);
        var rgb = Enumerable.Range(1, 3).Select(group => (int)Math.Clamp(Value(group), 0, 255)).ToArray();
        return new(Hex(rgb[0], rgb[1], rgb[2]), match.Groups[4].Success ? Math.Clamp(Value(4), 0, 1) : 1);

        double Value(int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>The colour between two of the form <c>#rrggbb</c>.</summary>
    public static string Mix(string from, string to, double share)
    {
        var (a, b) = (Parts(from), Parts(to));
        return Hex(Between(0), Between(1), Between(2));

        int Between(int i) => (int)Math.Round(a[i] + (b[i] - a[i]) * share);
    }

    /// <summary>Whether white reads better than black on a ground of the form <c>#rrggbb</c>.</summary>
    public static bool IsDark(string color)
    {
        var parts = Parts(color);
        return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 140;
    }

    private static int[] Parts(string hex) =>
        hex.Length == 7
            ? [.. Enumerable.Range(0, 3)
                .Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))]
            : [128, 128, 128];

    private static string Hex(int r, int g, int b) => string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");

    [GeneratedRegex(@"^rgba?\(\s*([\d.]+)\s*,\s*([\d.]+)\s*,\s*([\d.]+)\s*(?:,\s*([\d.]+)\s*)?\)$")]
    private static partial Regex Rgba();
}
