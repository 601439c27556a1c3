using System.Text.Json.Nodes;
using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

public static class GenericChartExtensions
{
    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Font> TitleFont = default,
        Optional<int> TitleStandoff = default, Optional<Title> Title = default, Optional<Color> Color = default,
        Optional<StyleParam.AxisType> AxisType = default, Optional<Tuple<MinType, MaxType>> MinMax = default,
        Optional<StyleParam.Mirror> Mirror = default, Optional<bool> ShowSpikes = default, Optional<Color> SpikeColor = default,
        Optional<int> SpikeThickness = default, Optional<bool> ShowLine = default, Optional<Color> LineColor = default,
        Optional<bool> ShowGrid = default, Optional<Color> GridColor = default, Optional<bool> ZeroLine = default,
        Optional<Color> ZeroLineColor = default, Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default, Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default, Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default,
        Optional<IEnumerable<CategoryArrayType>> CategoryArray = default, Optional<RangeSlider> RangeSlider = default,
        Optional<RangeSelector> RangeSelector = default, Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default, Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible
        where MaxType : IConvertible
        where CategoryArrayType : IConvertible =>
        gChart.WithLayout(new JsonObject
        {
            ["xaxis"] = Axis(TitleText, TitleStandoff, AxisType, MinMax, Domain, CategoryArray)
                .With("color", Color)
                .With("showspikes", ShowSpikes).With("spikecolor", SpikeColor).With("spikethickness", SpikeThickness)
                .With("showline", ShowLine).With("linecolor", LineColor)
                .With("showgrid", ShowGrid).With("gridcolor", GridColor)
                .With("zeroline", ZeroLine).With("zerolinecolor", ZeroLineColor)
                .With("position", Position)
                .With("backgroundcolor", BackgroundColor).With("showbackground", ShowBackground),
        });

    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Font> TitleFont = default,
        Optional<int> TitleStandoff = default, Optional<Title> Title = default, Optional<Color> Color = default,
        Optional<StyleParam.AxisType> AxisType = default, Optional<Tuple<MinType, MaxType>> MinMax = default,
        Optional<StyleParam.Mirror> Mirror = default, Optional<bool> ShowSpikes = default, Optional<Color> SpikeColor = default,
        Optional<int> SpikeThickness = default, Optional<bool> ShowLine = default, Optional<Color> LineColor = default,
        Optional<bool> ShowGrid = default, Optional<Color> GridColor = default, Optional<bool> ZeroLine = default,
        Optional<Color> ZeroLineColor = default, Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default, Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default, Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default,
        Optional<IEnumerable<CategoryArrayType>> CategoryArray = default, Optional<RangeSlider> RangeSlider = default,
        Optional<RangeSelector> RangeSelector = default, Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default, Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible
        where MaxType : IConvertible
        where CategoryArrayType : IConvertible =>
        gChart.WithLayout(new JsonObject
        {
            ["yaxis"] = Axis(TitleText, TitleStandoff, AxisType, MinMax, Domain, CategoryArray)
                .With("color", Color)
                .With("showspikes", ShowSpikes).With("spikecolor", SpikeColor).With("spikethickness", SpikeThickness)
                .With("showline", ShowLine).With("linecolor", LineColor)
                .With("showgrid", ShowGrid).With("gridcolor", GridColor)
                .With("zeroline", ZeroLine).With("zerolinecolor", ZeroLineColor)
                .With("position", Position)
                .With("backgroundcolor", BackgroundColor).With("showbackground", ShowBackground),
        });

    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default) =>
        gChart.WithLayout(new JsonObject().With("width", Width).With("height", Height));

    private static JsonObject Axis<MinType, MaxType, CategoryArrayType>(
        Optional<string> titleText, Optional<int> titleStandoff, Optional<StyleParam.AxisType> type,
        Optional<Tuple<MinType, MaxType>> range, Optional<Tuple<double, double>> domain,
        Optional<IEnumerable<CategoryArrayType>> categories)
    {
        var axis = new JsonObject().With("type", type).WithMany("categoryarray", categories);
        if (titleText.IsSome || titleStandoff.IsSome)
            axis["title"] = new JsonObject().With("text", titleText).With("standoff", titleStandoff);
        if (range.IsSome) axis["range"] = new JsonArray(Json.Of(range.Value.Item1), Json.Of(range.Value.Item2));
        if (domain.IsSome) axis["domain"] = new JsonArray(domain.Value.Item1, domain.Value.Item2);
        return axis;
    }
}
