using System.Text.Json.Nodes;

namespace PlotlySvg;

/// <summary>The colours of the figure's template, or the defaults where it has none.</summary>
internal sealed record Look(string Paper, string Plot, string Ink, string Muted, string Grid, string Line, string[] Colorway)
{
    public static Look Of(JsonObject layout)
    {
        var template = layout.At("template", "layout");
        var ink = Color("font", "color") ?? Defaults.Ink;
        return new(
            Color("paper_bgcolor") ?? Defaults.Ground,
            Color("plot_bgcolor") ?? Defaults.Ground,
            ink,
            Color("xaxis", "tickfont", "color") ?? ink,
            Color("xaxis", "gridcolor") ?? Defaults.Grid,
            Color("xaxis", "linecolor") ?? Defaults.AxisLine,
            template.Items("colorway") is { Length: > 0 } colors
                ? [.. colors.Select(color => color.Text() ?? Defaults.Ink)]
                : [.. Defaults.Colorway]);

        string? Color(params string[] path) => layout.Text(path) ?? template.Text(path);
    }
}
