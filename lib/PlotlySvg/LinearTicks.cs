using System.Globalization;

namespace PlotlySvg;

/// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class LinearTicks
{
    /// <summary>At most <paramref name="most"/> ticks between two values, at whole numbers only if so asked.</summary>
    public static Tick[] Between(double low, double high, int most, bool wholeNumbers, string? format)
    {
        var step = Step((high - low) / Math.Max(1, most - 1));
        if (wholeNumbers) step = Math.Max(1, step);
        // One tick alone says nothing about the scale.
        while (Count(step) < 2 && !wholeNumbers && step > (high - low) / 10) step = Step(step / 2.5);
        return Every(step, low, high, format);

        double Count(double step) => Math.Floor(high / step + 1e-9) - Math.Ceiling(low / step - 1e-9) + 1;
    }

    /// <summary>Ticks at all multiples of a step between two values, but no more than a thousand.</summary>
    public static Tick[] Every(double step, double low, double high, string? format = null)
    {
        var first = Math.Ceiling(low / step - 1e-9);
        var count = (int)Math.Clamp(Math.Floor(high / step + 1e-9) - first + 1, 0, 1000);
        return [.. Enumerable.Range(0, count).Select(i => (first + i) * step)
            .Select(value => new Tick(value, Label(value, step, high - low, format)))];
    }

    /// <summary>The least step of the series 1, 2, 5, 10, … that is not below <paramref name="least"/>.</summary>
    public static double Step(double least)
    {
        if (!(least > 0)) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var leading = least / power;
        return power * (leading <= 1.0000001 ? 1 : leading <= 2.0000001 ? 2 : leading <= 5.0000001 ? 5 : 10);
    }

    private static RichText Label(double value, double step, double range, string? format)
    {
        if (format is ".0%") return RichText.Of(Text(value * 100, Math.Max(0, Decimals(step) - 2)) + " %");
        var largest = Math.Max(range, Math.Abs(value));
        if (largest >= 1e12 || step < 1e-5) return RichText.Of(FigureNumber.Write(Math.Abs(value) < step / 2 ? 0 : value));
        if (range >= 1e9) return RichText.Of(Scaled(value, 1e9, step, "B"));
        if (range >= 1e6) return RichText.Of(Scaled(value, 1e6, step, "M"));
        return RichText.Of(Text(value, Decimals(step)));
    }

    private static string Scaled(double value, double unit, double step, string name) =>
        Math.Abs(value) < step / 2 ? "0" : Text(value / unit, Decimals(step / unit)) + name;

    private static int Decimals(double step) => Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));

    private static string Text(double value, int decimals)
    {
        var text = value.ToString((Math.Abs(value) >= 10000 ? "#,0." : "0.") + new string('0', decimals), CultureInfo.InvariantCulture);
        return text.TrimStart('-').Trim('0', '.').Length == 0 ? text.TrimStart('-') : text.Replace('-', '−');
    }
}
