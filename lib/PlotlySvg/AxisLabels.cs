namespace PlotlySvg;

/// <summary>Chooses ticks whose labels have room, and says how much room they take.</summary>
/// <param name="Ticks">With the labels that are to be drawn.</param>
/// <param name="Angle">How far the labels are turned, in degrees: 0, or less for labels that climb to the right.</param>
/// <param name="Width">Of the widest label as drawn.</param>
/// <param name="Height">Of the tallest label as drawn.</param>
internal sealed record AxisLabels(Tick[] Ticks, double Angle, double Width, double Height)
{
    private const double Size = Defaults.TickSize;
    private const double Slant = -40;
    private const double LineHeight = Size * RichText.LineHeight;

    /// <summary>Labels for an axis of some length.</summary>
    /// <param name="axis">Its range must be set.</param>
    /// <param name="length">In pixels.</param>
    /// <param name="widest">No label becomes wider than this.</param>
    public static AxisLabels For(Axis axis, double length, double widest)
    {
        if (!axis.ShowsLabels) return new([.. axis.Ticks(8).Select(tick => tick with { Label = RichText.Of("") })], 0, 0, 0);
        if (!axis.IsHorizontal) return Upright(Thin(axis, axis.Ticks(Most(length, 34)), length, LineHeight), widest);
        return axis.Kind == AxisKind.Category ? Categories(axis, length, widest) : Numbers(axis, length);
    }

    private static int Most(double length, double spacing) => Math.Clamp((int)(length / spacing) + 1, 2, 12);

    private static AxisLabels Numbers(Axis axis, double length)
    {
        for (var most = Most(length, 45); most > 2; most--)
        {
            var ticks = axis.Ticks(most);
            if (ticks.Sum(tick => tick.Label.Width(Size) + 14) <= length) return Upright(ticks, length);
        }

        return Upright(axis.Ticks(2), length);
    }

    private static AxisLabels Categories(Axis axis, double length, double widest)
    {
        var ticks = axis.Ticks(int.MaxValue);
        if (ticks.Length == 0) return Upright(ticks, widest);
        var slot = length / Math.Max(1, axis.High - axis.Low);
        var width = ticks.Max(tick => tick.Label.Width(Size));
        if (width + 6 <= slot) return Upright(ticks, widest);
        // Short labels such as step numbers are thinned out; words are turned.
        if (width <= 26) return Upright(Thin(axis, ticks, length, width + 10), widest);

        ticks = [.. Thin(axis, ticks, length, LineHeight).Select(tick => tick with { Label = tick.Label.Fit(widest, Size) })];
        var slanted = ticks.Max(tick => tick.Label.Width(Size));
        var sine = Math.Sin(-Slant * Math.PI / 180);
        return new(ticks, Slant, slanted, slanted * sine + LineHeight * 0.8);
    }

    private static Tick[] Thin(Axis axis, Tick[] ticks, double length, double spacing)
    {
        if (axis.Kind != AxisKind.Category) return ticks;
        var slot = length / Math.Max(1, axis.High - axis.Low);
        var every = (int)LinearTicks.Step(Math.Ceiling(spacing / slot));
        return every <= 1 ? ticks : [.. ticks.Where((_, i) => i % every == 0)];
    }

    private static AxisLabels Upright(Tick[] ticks, double widest)
    {
        ticks = [.. ticks.Select(tick => tick with { Label = tick.Label.Fit(widest, Size) })];
        return ticks.Length == 0
            ? new(ticks, 0, 0, 0)
            : new(ticks, 0, ticks.Max(tick => tick.Label.Width(Size)), ticks.Max(tick => tick.Label.Height(Size)));
    }
}
