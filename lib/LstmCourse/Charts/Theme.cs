using System.Text.Json.Nodes;

namespace LstmCourse.Charts;

/// <summary>The course's look, for plotly.js and for the drawings alike.</summary>
internal static class Theme
{
    public const string Font = "Helvetica, Arial, 'Liberation Sans', sans-serif";
    public const string Ground = "#ffffff";
    public const string Ink = "#24292f";
    public const string Muted = "#57606a";
    public const string Grid = "#e4e7eb";
    public const string AxisLine = "#8c959f";
    public const int Width = 720;
    public const int Height = 400;
    public const double TitleSize = 15;
    public const double TextSize = 12;
    public const double TickSize = 11;

    /// <summary>The template that the figures carry in place of Plotly.NET's, which is eight kilobytes long.</summary>
    public static JsonObject Template() => new()
    {
        ["layout"] = new JsonObject
        {
            ["colorway"] = new JsonArray([.. Palette.Series.Select(style => (JsonNode)style.Color)]),
            ["font"] = new JsonObject { ["color"] = Ink, ["family"] = Font, ["size"] = TextSize },
            ["legend"] = new JsonObject
            {
                ["orientation"] = "h",
                ["traceorder"] = "normal",
                ["x"] = 0,
                ["xanchor"] = "left",
                ["y"] = 1.02,
                ["yanchor"] = "bottom",
            },
            ["margin"] = new JsonObject { ["b"] = 50, ["l"] = 60, ["r"] = 20, ["t"] = 70 },
            ["paper_bgcolor"] = Ground,
            ["plot_bgcolor"] = Ground,
            ["title"] = new JsonObject { ["font"] = new JsonObject { ["size"] = TitleSize }, ["x"] = 0.5, ["xanchor"] = "center" },
            ["xaxis"] = Axis(zeroLine: false),
            ["yaxis"] = Axis(zeroLine: true),
        },
    };

    private static JsonObject Axis(bool zeroLine) => new()
    {
        ["automargin"] = true,
        ["gridcolor"] = Grid,
        ["linecolor"] = AxisLine,
        ["showline"] = true,
        ["tickcolor"] = AxisLine,
        ["tickfont"] = new JsonObject { ["color"] = Muted, ["size"] = TickSize },
        ["ticks"] = "outside",
        ["title"] = new JsonObject { ["font"] = new JsonObject { ["size"] = TextSize }, ["standoff"] = 8 },
        ["zeroline"] = zeroLine,
        ["zerolinecolor"] = AxisLine,
    };
}
