namespace PlotlySvg.Traces;

/// <summary>Gives the bars of a plot their edges: side by side, upon each other, or over one another.</summary>
internal static class BarArrangement
{
    /// <param name="traces">All bars of one plot.</param>
    /// <param name="keys">The axis along which they stand.</param>
    /// <param name="mode">plotly.js's <c>barmode</c>: <c>group</c>, <c>stack</c>, <c>relative</c> or <c>overlay</c>.</param>
    /// <param name="gap">plotly.js's <c>bargap</c>, if the figure sets it.</param>
    public static void Arrange(IReadOnlyList<BarTrace> traces, Axis keys, string? mode, double? gap)
    {
        var places = traces.SelectMany(trace => trace.Bars).Select(bar => keys.Unit(bar.Key)).Where(double.IsFinite)
            .Distinct().Order().ToArray();
        var closest = places.Zip(places.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
        var stacks = new Dictionary<(double Place, bool Negative), double>();
        var isGrouped = mode is null or "group";
        for (var i = 0; i < traces.Count; i++)
        {
            var slot = (traces[i].Width ?? closest) * (traces[i].Width is null ? 1 - (gap ?? traces[i].Gap ?? 0.2) : 1);
            var width = isGrouped ? slot / traces.Count : slot;
            foreach (var bar in traces[i].Bars)
            {
                var place = keys.Unit(bar.Key);
                bar.KeyLow = place - slot / 2 + (isGrouped ? i * width : 0);
                bar.KeyHigh = bar.KeyLow + width;
                if (mode is not ("stack" or "relative") || !double.IsFinite(bar.Length)) continue;
                bar.From = stacks.GetValueOrDefault((place, bar.Length < 0));
                stacks[(place, bar.Length < 0)] = bar.To;
            }
        }
    }
}
