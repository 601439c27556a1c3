namespace PlotlySvg;

/// <summary>Bins of one round width, so that plotly.js and the drawing count alike.</summary>
/// <param name="Start">Where the first bin starts.</param>
/// <param name="Size">The width of each.</param>
/// <param name="Number">How many there are.</param>
public sealed record Bins(double Start, double Size, int Number)
{
    /// <summary>Where the last bin ends.</summary>
    public double End => Start + Number * Size;

    /// <summary>Bins of a width of 1, 2 or 5 times a power of ten that hold all finite values.</summary>
    /// <param name="values">What is to be counted; may be empty.</param>
    /// <param name="wanted">About how many bins, from 1 to 1000.</param>
    /// <exception cref="ArgumentException"><paramref name="wanted"/> lies outside its range.</exception>
    public static Bins Over(IEnumerable<double> values, int wanted)
    {
        if (wanted is < 1 or > 1000) throw new ArgumentException($"Expected between 1 and 1000 bins; got {wanted}.");
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0) return new(0, 1, 1);
        var (low, high) = (finite.Min(), finite.Max());
        var range = high - low;
        // A range below the numbers' own precision has no room for bins.
        if (!(range > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)))) return new(low - 0.5, 1, 1);
        var size = RoundUp(range / wanted);
        var start = Math.Floor(low / size) * size;
        var count = (int)Math.Floor((high - start) / size) + 1;
        return new(FigureNumber.Round(start), size, count);
    }

    /// <summary>How many values each bin holds; one on the edge of two belongs to the upper one, rounding errors notwithstanding.</summary>
    /// <param name="values">The values; one outside all bins, or not finite, is not counted.</param>
    public int[] Count(IEnumerable<double> values)
    {
        var counts = new int[Number];
        foreach (var value in values)
        {
            var bin = (value - Start) / Size;
            if (bin >= -1e-9 && bin < Number) counts[Math.Clamp((int)Math.Floor(bin + 1e-9), 0, Number - 1)]++;
        }

        return counts;
    }

    private static double RoundUp(double size)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        var leading = size / power;
        return power * (leading <= 1.0000001 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }
}
