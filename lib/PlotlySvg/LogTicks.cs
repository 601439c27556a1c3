using System.Globalization;

namespace PlotlySvg;

/// <summary>Ticks at powers of ten, and between them where there are few.</summary>
internal static class LogTicks
{
    /// <summary>At most <paramref name="most"/> ticks between two exponents of ten.</summary>
    public static Tick[] Between(double low, double high, int most)
    {
        var first = (int)Math.Ceiling(low - 1e-9);
        var last = (int)Math.Floor(high + 1e-9);
        var step = (int)Math.Max(1, LinearTicks.Step((last - first) / Math.Max(1.0, most - 1)));
        // Multiples of the step, so that 1 is among the ticks wherever it is in sight.
        first = (int)(Math.Ceiling(first / (double)step) * step);
        var isPlain = low >= -3.5 && high <= 4.5;
        List<Tick> ticks = [];
        for (var exponent = first; exponent <= last; exponent += step) ticks.Add(new(exponent, Label(1, exponent, isPlain)));
        if (ticks.Count > 2) return [.. ticks];

        for (var exponent = (int)Math.Floor(low); exponent <= high; exponent++)
        {
            foreach (var leading in (ReadOnlySpan<int>)[2, 5])
            {
                var unit = exponent + Math.Log10(leading);
                if (unit >= low && unit <= high) ticks.Add(new(unit, Label(leading, exponent, isPlain)));
            }
        }

        return ticks.Count > 0 ? [.. ticks.OrderBy(tick => tick.Unit)] : Within(low, high, most);
    }

    // Less than from one tick to the next: ordinary ticks, placed by their logarithm.
    private static Tick[] Within(double low, double high, int most) =>
        [.. LinearTicks.Between(Math.Pow(10, low), Math.Pow(10, high), most, wholeNumbers: false, format: null)
            .Where(tick => tick.Unit > 0).Select(tick => tick with { Unit = Math.Log10(tick.Unit) })];

    private static RichText Label(int leading, int exponent, bool isPlain)
    {
        if (isPlain || (leading == 1 && exponent is 0 or 1))
        {
            var value = leading * Math.Pow(10, exponent);
            return RichText.Of(value.ToString(value >= 10000 ? "#,0" : "0.######", CultureInfo.InvariantCulture));
        }

        var power = $"10<sup>{exponent.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}</sup>";
        return RichText.Of(leading == 1 ? power : $"{leading}×{power}");
    }
}
