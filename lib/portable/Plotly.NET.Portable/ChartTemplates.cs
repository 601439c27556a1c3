using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>Ready-made looks. <see cref="plotly"/> is much smaller than the official one: grounds, grid and colours only.</summary>
public static class ChartTemplates
{
    public static Template light => Of("white", Axis());

    public static Template lightMirrored => Of("white", Mirrored(Axis(), "all"));

    public static Template transparent => Of("rgba(255, 255, 255, 0)", Axis());

    public static Template transparentMirrored => Of("rgba(255, 255, 255, 0)", Mirrored(Axis(), "all"));

    public static Template dark => Of("rgb(55, 55, 61)", DarkAxis(), "rgb(204, 204, 204)");

    public static Template darkMirrored => Of("rgb(55, 55, 61)", Mirrored(DarkAxis(), "allticks"), "rgb(204, 204, 204)");

    public static Template plotly
    {
        get
        {
            var axis = new JsonObject { ["automargin"] = true };
            foreach (var line in (ReadOnlySpan<string>)["gridcolor", "linecolor", "zerolinecolor"]) axis[line] = "white";
            var template = Of("#E5ECF6", axis, "#2a3f5f");
            var layout = template.Json["layout"]!.AsObject();
            layout["paper_bgcolor"] = "white";
            layout["colorway"] = new JsonArray("#636efa", "#EF553B", "#00cc96", "#ab63fa", "#FFA15A", "#19d3f3", "#FF6692", "#B6E880");
            return template;
        }
    }

    private static JsonObject Axis() => new() { ["showline"] = true, ["zeroline"] = true };

    private static JsonObject DarkAxis()
    {
        var axis = Axis();
        axis["linecolor"] = "rgb(204, 204, 204)";
        axis["zerolinecolor"] = "rgb(204, 204, 204)";
        axis["gridcolor"] = "rgba(204, 204, 204, 0.3)";
        axis["tickcolor"] = "rgba(204, 204, 204, 0.5)";
        axis["ticks"] = "inside";
        return axis;
    }

    private static JsonObject Mirrored(JsonObject axis, string how)
    {
        axis["mirror"] = how;
        axis["ticks"] = "inside";
        return axis;
    }

    private static Template Of(string ground, JsonObject axis, string? ink = null)
    {
        var layout = new JsonObject
        {
            ["paper_bgcolor"] = ground,
            ["plot_bgcolor"] = ground,
            ["xaxis"] = axis.DeepClone(),
            ["yaxis"] = axis.DeepClone(),
        };
        if (ink is not null) layout["font"] = new JsonObject { ["color"] = ink };
        return new(new JsonObject { ["layout"] = layout });
    }
}
