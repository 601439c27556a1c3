using System.Text.Json.Nodes;
using Microsoft.FSharp.Core;

namespace Plotly.NET;

public static class GenericChartExtensions
{
    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.WithLayout(new JsonObject { ["title"] = new JsonObject { ["text"] = title } });

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.WithLayout(new JsonObject { ["showlegend"] = showlegend });

    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.WithLayout(new JsonObject { ["width"] = width, ["height"] = height });

    /// <summary>Replaces the whole template; the two are not mixed.</summary>
    public static GenericChart WithTemplate(this GenericChart @this, Template template)
    {
        var layout = @this.Layout.DeepClone().AsObject();
        layout["template"] = template.Json.DeepClone();
        return new(@this.Traces, layout);
    }
}
