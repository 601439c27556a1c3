using System.Text.Json.Nodes;
using PlotlySvg.Figures;

namespace PlotlySvg;

/// <summary>
/// Draws a figure of plotly.js as SVG, for places that run no script: lines, markers, areas, bars, histograms, heat maps,
/// box plots, and grids of them. The drawing names no element, so that many can share a page, and is the same on every machine.
/// </summary>
public static class FigureSvg
{
    private const double Margin = 12;
    private const double BetweenPlots = 22;

    /// <summary>The drawing of a figure, an <c>svg</c> element.</summary>
    /// <param name="figure">An object with <c>data</c> and <c>layout</c>, as plotly.js reads it. It is not changed. Traces of kinds that
    /// the drawings do not know are left out.</param>
    /// <param name="description">What the picture shows, for those who do not see it; null for the words of
    /// <see cref="FigureText"/>.</param>
    /// <exception cref="ArgumentNullException">There is no figure.</exception>
    public static string Draw(JsonObject figure, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var layout = figure.Layout();
        var (width, height) = (layout.Number("width") ?? Defaults.Width, layout.Number("height") ?? Defaults.Height);
        var look = Look.Of(layout);
        var panels = PanelReader.Read(figure, look);
        var named = layout.Text("title", "text") ?? layout.Text("title");
        var title = RichText.Of(named).Fit(width - 2 * Margin, Defaults.TitleSize, bold: true);
        var legend = new Legend(panels.SelectMany(panel => panel.Traces), layout.Flag("showlegend"), width - 2 * Margin);
        var titleHeight = title.Width(Defaults.TitleSize) > 0 ? title.Height(Defaults.TitleSize) + 6 : 0;
        var top = Margin + titleHeight + (legend.Height > 0 ? legend.Height + 4 : 0);
        Arrange(panels, new(Margin, top, width - 2 * Margin, Math.Max(40, height - top - Margin)));

        var svg = SvgPage.Open(
            width, height, FigureText.Plain(named), description ?? FigureText.Describe(figure), CssColor.Of(look.Paper));
        if (titleHeight > 0) title.Write(svg, width / 2, Margin + Defaults.TitleSize, Defaults.TitleSize, look.Ink, "middle", bold: true);
        legend.Draw(svg, width / 2, Margin + titleHeight, look);
        if (Unknown(figure, panels) is { Length: > 0 } kinds)
        {
            RichText.Of($"This kind of chart ({kinds}) has no drawing.").Fit(width - 2 * Margin, Defaults.TextSize)
                .Write(svg, width / 2, height / 2, Defaults.TextSize, look.Muted, "middle");
        }
        else
        {
            foreach (var panel in panels) panel.Draw(svg, look);
        }

        return svg.Close("svg").ToString();
    }

    // What a figure holds where it holds nothing that can be drawn.
    private static string Unknown(JsonObject figure, Panel[] panels) => panels.Any(panel => panel.Traces.Count > 0)
        ? ""
        : string.Join(", ", figure.Items("data").Select(trace => trace.Text("type")).OfType<string>().Distinct());

    // Plots in one column share their left and right edges, plots in one row their upper and lower ones.
    private static void Arrange(Panel[] panels, Rect area)
    {
        var (rows, columns) = (panels.Max(panel => panel.Row) + 1, panels.Max(panel => panel.Column) + 1);
        var (cellWidth, cellHeight) =
            ((area.Width - BetweenPlots * (columns - 1)) / columns, (area.Height - BetweenPlots * (rows - 1)) / rows);
        var insets = panels.ToDictionary(panel => panel, panel => panel.Measure(cellWidth, cellHeight));
        foreach (var panel in panels)
        {
            var (inColumn, inRow) =
                (
                    insets.Where(other => other.Key.Column == panel.Column).Select(other => other.Value).ToArray(),
                    insets.Where(other => other.Key.Row == panel.Row).Select(other => other.Value).ToArray());
            var (left, right) = (inColumn.Max(inset => inset.Left), inColumn.Max(inset => inset.Right));
            var (above, below) = (inRow.Max(inset => inset.Top), inRow.Max(inset => inset.Bottom));
            var (x, y) = (area.X + panel.Column * (cellWidth + BetweenPlots), area.Y + panel.Row * (cellHeight + BetweenPlots));
            panel.Place(
                new(x + left, y + above, Math.Max(20, cellWidth - left - right), Math.Max(20, cellHeight - above - below)), cellWidth);
        }
    }
}
