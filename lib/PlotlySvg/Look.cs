using System.Text.Json.Nodes;

namespace PlotlySvg;

/// <summary>The colours of the figure's template, or the course's where it has none.</summary>
internal sealed record Look(string Paper, string Plot, string Ink, string Muted, string Grid, string Line, string[] Colorway)
{
    public static Look Of(JsonObject layout)
    {
        var template = layout.At("template", "layout");
        var ink = Color("font", "color") ?? Theme.Ink;
        return new(
            Color("paper_bgcolor") ?? Theme.Ground,
            Color("plot_bgcolor") ?? Theme.Ground,
            ink,
            Color("xaxis", "tickfont", "color") ?? ink,
            Color("xaxis", "gridcolor") ?? Theme.Grid,
            Color("xaxis", "linecolor") ?? Theme.AxisLine,
            template.Items("colorway") is { Length: > 0 } colors
                ? [.. colors.Select(color => color.Text() ?? Theme.Ink)]
                : [.. Palette.Series.Select(style => style.Color)]);

        string? Color(params string[] path) => layout.Text(path) ?? template.Text(path);
    }
}
