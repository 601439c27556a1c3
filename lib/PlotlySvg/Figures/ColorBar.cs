using PlotlySvg.Traces;

namespace PlotlySvg.Figures;

/// <summary>The key to a heat map's colours, to the right of it.</summary>
internal static class ColorBar
{
    private const int Steps = 40;
    private const double Gap = 12;
    private const double Thickness = 12;
    private const double Size = Defaults.TickSize;

    /// <summary>All that it needs beside the plot.</summary>
    public static double Width(HeatmapTrace trace, double height) =>
        Gap + Thickness + 6 + Ticks(trace, height).Select(tick => tick.Label.Width(Size)).DefaultIfEmpty(0).Max()
            + (trace.ScaleTitle is null ? 0 : 18);

    public static void Draw(SvgWriter svg, HeatmapTrace trace, Rect plot, Look look)
    {
        var left = plot.Right + Gap;
        for (var i = 0; i < Steps; i++)
        {
            var top = Math.Round(plot.Bottom - plot.Height * (i + 1) / Steps);
            var bottom = Math.Round(plot.Bottom - plot.Height * i / Steps);
            svg.Empty(
                "rect", ("x", Math.Round(left)), ("y", top), ("width", Thickness), ("height", bottom - top),
                ("fill", trace.Map.At((i + 0.5) / Steps)), ("shape-rendering", "crispEdges"));
        }

        svg.Empty(
            "rect", ("x", Math.Round(left)), ("y", plot.Y), ("width", Thickness), ("height", plot.Height), ("fill", "none"),
            ("stroke", CssColor.Of(look.Line).Css), ("stroke-width", 0.5));
        var widest = 0.0;
        foreach (var tick in Ticks(trace, plot.Height))
        {
            var y = plot.Bottom - (tick.Unit - trace.Map.Low) / (trace.Map.High - trace.Map.Low) * plot.Height;
            tick.Label.Write(svg, left + Thickness + 5, y + 0.35 * Size, Size, look.Muted);
            widest = Math.Max(widest, tick.Label.Width(Size));
        }

        if (trace.ScaleTitle is { } title)
            RichText.Of(title).Fit(plot.Height, Size).Write(
                svg, left + Thickness + widest + 18, plot.Y + plot.Height / 2, Size, look.Ink, "middle", -90);
    }

    private static Tick[] Ticks(HeatmapTrace trace, double height) => trace.Map.High > trace.Map.Low
        ? LinearTicks.Between(trace.Map.Low, trace.Map.High, Math.Clamp((int)(height / 30), 2, 9), wholeNumbers: false, trace.ScaleFormat)
        : [];
}
