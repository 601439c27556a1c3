using PlotlySvg.Traces;

namespace PlotlySvg.Figures;

/// <summary>Names of the traces in rows below the title.</summary>
internal sealed class Legend
{
    private const double SampleWidth = 30;
    private const double RowHeight = 20;
    private const double Between = 20;

    private readonly List<List<(Trace Trace, RichText Name, double Width)>> _rows = [];

    /// <param name="traces">All traces of the figure.</param>
    /// <param name="isWanted">What the figure says about a legend; null if nothing.</param>
    /// <param name="width">No row becomes wider than this.</param>
    public Legend(IEnumerable<Trace> traces, bool? isWanted, double width)
    {
        if (isWanted == false) return;
        var named = traces.Where(trace => trace is { Name.Length: > 0, ShowInLegend: not false } and not HeatmapTrace).ToArray();
        if (named.Length < 2 && isWanted != true && !named.Any(trace => trace.ShowInLegend == true)) return;

        var used = double.PositiveInfinity;
        foreach (var trace in named)
        {
            var name = RichText.Of(trace.Name).Fit(Math.Min(260, width - SampleWidth - 8), Defaults.TextSize);
            var entry = SampleWidth + 6 + name.Width(Defaults.TextSize);
            if (used + Between + entry > width)
            {
                _rows.Add([]);
                used = -Between;
            }

            _rows[^1].Add((trace, name, entry));
            used += Between + entry;
        }
    }

    public double Height => _rows.Count * RowHeight;

    public void Draw(SvgWriter svg, double middle, double top, Look look)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            var x = middle - (_rows[row].Sum(entry => entry.Width) + Between * (_rows[row].Count - 1)) / 2;
            var y = top + (row + 0.5) * RowHeight;
            foreach (var (trace, name, width) in _rows[row])
            {
                trace.DrawSample(svg, x, y);
                name.Write(svg, x + SampleWidth + 6, y + 0.35 * Defaults.TextSize, Defaults.TextSize, look.Ink);
                x += width + Between;
            }
        }
    }
}
