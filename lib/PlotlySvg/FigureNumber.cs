using System.Globalization;

namespace PlotlySvg;

/// <summary>Numbers as figures hold and show them.</summary>
public static class FigureNumber
{
    // Beyond this a double no longer holds every whole number.
    private const double LargestWhole = 1L << 53;

    /// <summary>Six significant digits, more than a picture can show. Whole numbers, which may count or name something, stay.</summary>
    /// <param name="value">Any number; what is not finite comes back as it is.</param>
    public static double Round(double value) => Math.Abs(value) <= LargestWhole && value == Math.Round(value)
        ? value
        : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>
    /// A number as people write it, whatever the culture: <c>0.817575</c>, <c>1,048,576</c>, <c>9.54×10&lt;sup&gt;−7&lt;/sup&gt;</c>.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many significant digits at most; at least 1.</param>
    /// <returns>The text, in which <c>&lt;sup&gt;</c> stands around an exponent, as plotly.js reads it.</returns>
    public static string Write(double value, int digits = 3)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        if (value == 0) return "0";
        var magnitude = Math.Abs(value);
        if (magnitude is < 1e-3 or >= 1e7)
        {
            var parts = value.ToString($"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture).Split('e');
            return $"{WithMinus(parts[0])}×10<sup>{WithMinus(parts[1].TrimStart('+'))}</sup>";
        }

        var decimals = Math.Max(0, digits - 1 - (int)Math.Floor(Math.Log10(magnitude)));
        return WithMinus(value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture));
    }

    // The sign, not the hyphen.
    private static string WithMinus(string number) => number.Replace('-', '−');
}
