using PlotlySvg.Traces;

namespace PlotlySvg.Figures;

/// <summary>One plot with its axes, its traces, its overlays and perhaps a title of its own.</summary>
/// <param name="row">Its row in the grid of plots, from 0.</param>
/// <param name="column">Its column, from 0.</param>
/// <param name="x">The horizontal axis.</param>
/// <param name="y">The vertical axis.</param>
/// <param name="traces">Those with lower layers first.</param>
/// <param name="overlays">Annotations and shapes that refer to this plot.</param>
/// <param name="title">Stands above the plot; null for none.</param>
internal sealed class Panel(int row, int column, Axis x, Axis y, Trace[] traces, Overlay[] overlays, string? title)
{
    private const double TickLength = 4;
    private const double LabelGap = 4;
    private const double TickRoom = TickLength + LabelGap;
    private const double TitleRoom = 20;
    private const double Margin = 8;

    private readonly HeatmapTrace? _scaled = traces.OfType<HeatmapTrace>().FirstOrDefault(trace => trace.ShowsScale);
    private AxisLabels _xLabels = new([], 0, 0, 0);
    private AxisLabels _yLabels = new([], 0, 0, 0);

    public int Row => row;

    public int Column => column;

    public IReadOnlyList<Trace> Traces => traces;

    public Rect Plot { get; private set; }

    /// <summary>How much of a cell of this size goes to labels and titles.</summary>
    public Insets Measure(double cellWidth, double cellHeight)
    {
        var insets = new Insets(60, 24, 20, 50);
        // Labels decide about the plot's size, and its size about the labels: this settles quickly.
        for (var round = 0; round < 3; round++)
        {
            Place(
                new(
                    insets.Left, insets.Top, Math.Max(20, cellWidth - insets.Left - insets.Right),
                    Math.Max(20, cellHeight - insets.Top - insets.Bottom)),
                cellWidth);
            insets = new(Left(), Top(), Right(), Bottom());
        }

        return insets;
    }

    /// <summary>Puts the plot in its place.</summary>
    /// <param name="plot">Within the axes.</param>
    /// <param name="cellWidth">With all that stands beside the plot.</param>
    public void Place(Rect plot, double cellWidth)
    {
        Plot = plot;
        x.Place(plot.X, plot.Right);
        y.Place(plot.Bottom, plot.Y);
        _xLabels = AxisLabels.For(x, plot.Width, 120);
        _yLabels = AxisLabels.For(y, plot.Height, 0.35 * cellWidth);
    }

    public void Draw(SvgWriter svg, Look look)
    {
        svg.Open("g");
        DrawGround(svg, look);
        foreach (var shape in overlays.Where(overlay => overlay is { IsShape: true, IsBelow: true })) shape.Draw(svg, Plot, x, y, look);
        svg.Open(
            "svg", ("x", Plot.X), ("y", Plot.Y), ("width", Plot.Width), ("height", Plot.Height),
            ("viewBox", string.Join(' ', new[] { Plot.X, Plot.Y, Plot.Width, Plot.Height }.Select(SvgWriter.Number))));
        ScatterTrace? before = null;
        foreach (var line in traces.OfType<ScatterTrace>())
        {
            line.DrawFill(svg, x, y, before);
            before = line;
        }

        foreach (var trace in traces) trace.Draw(svg, x, y);
        svg.Close("svg");
        DrawAxisLines(svg, look);
        foreach (var shape in overlays.Where(overlay => overlay is { IsShape: true, IsBelow: false })) shape.Draw(svg, Plot, x, y, look);
        foreach (var trace in traces) trace.DrawLabels(svg, x, y, look);
        DrawLabels(svg, look);
        if (_scaled is not null) ColorBar.Draw(svg, _scaled, Plot, look);
        foreach (var overlay in overlays.Where(overlay => !overlay.IsShape)) overlay.Draw(svg, Plot, x, y, look);
        svg.Close("g");
    }

    private double Left()
    {
        var slanted = _xLabels is { Angle: not 0, Ticks.Length: > 0 }
            ? _xLabels.Ticks.Max(tick => tick.Label.Width(Defaults.TickSize) * 0.77 - (x.Pixel(tick.Unit) - Plot.X))
            : 0;
        var own = _yLabels.Width + (y.ShowsTicks ? TickRoom : LabelGap) + (y.Title is null ? 0 : TitleRoom);
        return Math.Max(Math.Max(own, slanted), Margin);
    }

    private double Top() => title is { Length: > 0 } ? 26 : y.ShowsLabels ? 9 : 4;

    private double Right()
    {
        var last = _xLabels.Angle != 0
            ? 0
            : _xLabels.Ticks.Select(tick => x.Pixel(tick.Unit) + tick.Label.Width(Defaults.TickSize) / 2 - Plot.Right)
                .DefaultIfEmpty(0).Max();
        var noted = overlays.Select(overlay => overlay.Right(Plot, x) - Plot.Right).DefaultIfEmpty(0).Max();
        var scale = _scaled is null ? 0 : ColorBar.Width(_scaled, Plot.Height);
        return Math.Max(Math.Max(last, noted), scale) + Margin;
    }

    private double Bottom() => _xLabels.Height + (x.ShowsTicks ? TickRoom : LabelGap) + (x.Title is null ? 2 : TitleRoom);

    private void DrawGround(SvgWriter svg, Look look)
    {
        if (look.Plot != look.Paper)
            svg.Empty(
                "rect", ("x", Plot.X), ("y", Plot.Y), ("width", Plot.Width), ("height", Plot.Height), ("fill", CssColor.Of(look.Plot).Css));
        var grid = new SvgPath();
        foreach (var tick in x.ShowsGrid ? _xLabels.Ticks : []) grid.Move(x.Pixel(tick.Unit), Plot.Y).Down(Plot.Height);
        foreach (var tick in y.ShowsGrid ? _yLabels.Ticks : []) grid.Move(Plot.X, y.Pixel(tick.Unit)).Right(Plot.Width);
        Stroke(svg, grid, look.Grid);
        if (y.ShowsZeroLine && y is { Low: < 0, High: > 0 })
            Stroke(svg, new SvgPath().Move(Plot.X, y.Pixel(0)).Right(Plot.Width), look.Line);
    }

    // Ticks of a colour of their own are there to be not seen.
    private void DrawAxisLines(SvgWriter svg, Look look)
    {
        var path = new SvgPath();
        if (x.ShowsLine) path.Move(Plot.X, Plot.Bottom).Right(Plot.Width);
        if (y.ShowsLine) path.Move(Plot.X, Plot.Y).Down(Plot.Height);
        foreach (var tick in x is { ShowsTicks: true, TickColor: null } ? _xLabels.Ticks : [])
            path.Move(x.Pixel(tick.Unit), Plot.Bottom).Down(TickLength);
        foreach (var tick in y is { ShowsTicks: true, TickColor: null } ? _yLabels.Ticks : [])
            path.Move(Plot.X, y.Pixel(tick.Unit)).Right(-TickLength);
        Stroke(svg, path, look.Line);
    }

    private static void Stroke(SvgWriter svg, SvgPath path, string color)
    {
        if (!path.IsEmpty) svg.Empty("path", ("d", path), ("stroke", CssColor.Of(color).Css), ("fill", "none"));
    }

    private void DrawLabels(SvgWriter svg, Look look)
    {
        const double size = Defaults.TickSize;
        var (gapX, gapY) = (x.ShowsTicks ? TickRoom : LabelGap, y.ShowsTicks ? TickRoom : LabelGap);
        foreach (var tick in _xLabels.Ticks)
        {
            var place = x.Pixel(tick.Unit);
            if (_xLabels.Angle == 0) tick.Label.Write(svg, place, Plot.Bottom + gapX + size, size, look.Muted, "middle");
            else tick.Label.Write(svg, place + size / 2, Plot.Bottom + gapX + size * 0.6, size, look.Muted, "end", _xLabels.Angle);
        }

        foreach (var tick in _yLabels.Ticks)
            tick.Label.Write(
                svg, Plot.X - gapY, y.Pixel(tick.Unit) + 0.35 * size - (tick.Label.LineCount - 1) * size * RichText.LineHeight / 2, size,
                look.Muted, "end");

        if (x.Title is { } xTitle)
            RichText.Of(xTitle).Fit(Plot.Width + 40, Defaults.TextSize).Write(
                svg, Plot.X + Plot.Width / 2, Plot.Bottom + gapX + _xLabels.Height + 14, Defaults.TextSize, look.Ink, "middle");
        if (y.Title is { } yTitle)
            RichText.Of(yTitle).Fit(Plot.Height + 20, Defaults.TextSize).Write(
                svg, Plot.X - gapY - _yLabels.Width - 8, Plot.Y + Plot.Height / 2, Defaults.TextSize, look.Ink, "middle", -90);
        if (title is { Length: > 0 })
            RichText.Of(title).Fit(Plot.Width + 40, 13, bold: true).Write(
                svg, Plot.X + Plot.Width / 2, Plot.Y - 9, 13, look.Ink, "middle", bold: true);
    }
}
