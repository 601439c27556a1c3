using System.Text.Json.Nodes;

namespace Plotly.NET.CSharp;

/// <summary>Rows of values as coloured cells.</summary>
public static partial class Chart
{
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default, Optional<StyleParam.SmoothAlg> ZSmooth = default,
        Optional<bool> Transpose = default, Optional<bool> UseWebGL = default, Optional<bool> ReverseYAxis = default,
        Optional<bool> UseDefaults = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = new JsonObject { ["type"] = UseWebGL is { IsSome: true, Value: true } ? "heatmapgl" : "heatmap" }
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithMany("x", X).WithMany("y", Y)
            .With("z", new JsonArray([.. zData.Select(Json.Many)]))
            .With("xgap", XGap).With("ygap", YGap)
            .WithOneOrMany("text", Text, MultiText)
            .With("colorscale", ColorScale).With("showscale", ShowScale).With("reversescale", ReverseScale).With("transpose", Transpose);
        var chart = GenericChart.Of(trace, UseDefaults);
        return ReverseYAxis is { IsSome: true, Value: true }
            ? chart.WithLayout(new JsonObject { ["yaxis"] = new JsonObject { ["autorange"] = "reversed" } })
            : chart;
    }
}
