using System.Text.Json.Nodes;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>How values spread.</summary>
public static partial class Chart
{
    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.HistFunc> HistFunc = default,
        Optional<StyleParam.HistNorm> HistNorm = default, Optional<string> AlignmentGroup = default,
        Optional<string> OffsetGroup = default, Optional<int> NBinsX = default, Optional<int> NBinsY = default,
        Optional<string> BinGroup = default, Optional<Bins> XBins = default, Optional<Bins> YBins = default,
        Optional<Color> MarkerColor = default, Optional<Marker> Marker = default, Optional<Line> Line = default,
        Optional<Error> XError = default, Optional<Error> YError = default, Optional<Cumulative> Cumulative = default,
        Optional<Hoverlabel> HoverLabel = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = new JsonObject { ["type"] = "histogram" }
            .WithMany("x", X).WithMany("y", Y).With("orientation", Orientation)
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithOneOrMany("text", Text, MultiText)
            .With("histnorm", HistNorm).With("nbinsx", NBinsX).With("nbinsy", NBinsY)
            .With("alignmentgroup", AlignmentGroup).With("offsetgroup", OffsetGroup).With("bingroup", BinGroup)
            .With("marker", MarkerOf(MarkerColor, default, default));
        return GenericChart.Of(trace, UseDefaults);
    }

    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> FillColor = default,
        Optional<Color> MarkerColor = default, Optional<Marker> Marker = default, Optional<double> Opacity = default,
        Optional<double> WhiskerWidth = default, Optional<StyleParam.BoxPoints> BoxPoints = default,
        Optional<StyleParam.BoxMean> BoxMean = default, Optional<double> Jitter = default, Optional<double> PointPos = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<Color> OutlineColor = default,
        Optional<double> OutlineWidth = default, Optional<Line> Outline = default, Optional<string> AlignmentGroup = default,
        Optional<string> OffsetGroup = default, Optional<bool> Notched = default, Optional<double> NotchWidth = default,
        Optional<StyleParam.QuartileMethod> QuartileMethod = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = new JsonObject { ["type"] = "box" }
            .WithMany("x", X).WithMany("y", Y).With("orientation", Orientation)
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithOneOrMany("text", Text, MultiText)
            .With("fillcolor", FillColor).With("whiskerwidth", WhiskerWidth).With("jitter", Jitter).With("pointpos", PointPos)
            .With("alignmentgroup", AlignmentGroup).With("offsetgroup", OffsetGroup).With("notched", Notched).With("notchwidth", NotchWidth)
            .With("marker", MarkerOf(MarkerColor, default, default))
            .With("line", new JsonObject().With("color", OutlineColor).With("width", OutlineWidth));
        return GenericChart.Of(trace, UseDefaults);
    }
}
