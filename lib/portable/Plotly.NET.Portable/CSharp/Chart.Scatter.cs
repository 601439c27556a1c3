using System.Text.Json.Nodes;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <summary>Lines, points and areas.</summary>
public static partial class Chart
{
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default,
        Optional<Color> FillColor = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = ScatterOf(x, y, mode, UseWebGL)
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithOneOrMany("text", Text, MultiText)
            .With("marker", MarkerOf(MarkerColor, MarkerColorScale, MultiOpacity))
            .With("line", LineOf(LineColor, LineColorScale, LineWidth, LineDash))
            .With("stackgroup", StackGroup).With("orientation", Orientation).With("fill", Fill).With("fillcolor", FillColor);
        return GenericChart.Of(trace, UseDefaults);
    }

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default,
        Optional<Color> FillColor = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = ScatterOf(
            x, y, ShowMarkers is { IsSome: true, Value: true } ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines, UseWebGL)
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithOneOrMany("text", Text, MultiText)
            .With("marker", MarkerOf(MarkerColor, MarkerColorScale, MultiOpacity))
            .With("line", LineOf(LineColor, LineColorScale, LineWidth, LineDash))
            .With("stackgroup", StackGroup).With("orientation", Orientation).With("fill", Fill).With("fillcolor", FillColor);
        return GenericChart.Of(trace, UseDefaults);
    }

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = ScatterOf(x, y, StyleParam.Mode.Markers, UseWebGL)
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithOneOrMany("text", Text, MultiText)
            .With("marker", MarkerOf(MarkerColor, MarkerColorScale, MultiOpacity))
            .With("line", new JsonObject())
            .With("stackgroup", StackGroup).With("orientation", Orientation);
        return GenericChart.Of(trace, UseDefaults);
    }

    public static GenericChart Area<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default, Optional<Marker> Marker = default,
        Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<Color> FillColor = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = ScatterOf(
            x, y, ShowMarkers is { IsSome: true, Value: true } ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines, UseWebGL)
            .With("name", Name).With("showlegend", ShowLegend).With("opacity", Opacity)
            .WithOneOrMany("text", Text, MultiText)
            .With("marker", MarkerOf(MarkerColor, MarkerColorScale, MultiOpacity))
            .With("line", LineOf(LineColor, LineColorScale, LineWidth, LineDash))
            .With("stackgroup", StackGroup).With("orientation", Orientation)
            .With<StyleParam.Fill>(
                "fill", StackGroup.IsSome ? StyleParam.Fill.ToNext_y : StyleParam.Fill.ToZero_y).With("fillcolor", FillColor);
        return GenericChart.Of(trace, UseDefaults);
    }
}
