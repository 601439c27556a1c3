using System.Globalization;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>Texts for charts: data that must not be taken for markup, and numbers as people write them.</summary>
internal static class PlotText
{
    /// <summary>A text from data, such as the token <c>&lt;unk&gt;</c>, as plotly.js shows it unchanged.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Numbers to be compared, all with as many decimals as the largest needs for so many significant digits after its
    /// first.</summary>
    public static string[] Numbers(IReadOnlyList<double> values, int digits = 3)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (largest is 0 or < 1e-3 or >= 1e7) return [.. values.Select(value => FigureNumber.Write(value))];
        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(largest)), 0, digits);
        // Whole numbers need none.
        if (values.All(value => !double.IsFinite(value) || value == Math.Round(value))) decimals = 0;
        return [.. values.Select(value => Fixed(value, decimals))];
    }

    /// <summary>With so many decimals; nothing for what is no number.</summary>
    public static string Fixed(double value, int decimals) =>
        double.IsFinite(value) ? Minus(value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture)) : "";

    /// <summary>A share of one as a percentage: <c>34.2 %</c>.</summary>
    public static string Percent(double share) =>
        (share * 100).ToString(share is > 0 and < 0.001 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " %";

    private static string Minus(string number) => number.Replace('-', '−');
}
