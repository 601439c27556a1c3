using System.Text.Json.Nodes;

namespace Plotly.NET.CSharp;

/// <content>The pieces that several kinds of trace share.</content>
public static partial class Chart
{
    private static JsonObject ScatterOf<XType, YType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<bool> useWebGL) =>
        new JsonObject { ["type"] = useWebGL is { IsSome: true, Value: true } ? "scattergl" : "scatter" }
            .With<StyleParam.Mode>("mode", mode)
            .With("x", Json.Many(x))
            .With("y", Json.Many(y));

    private static JsonObject BarsOf<ValuesType, KeysType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> keys, StyleParam.Orientation orientation)
    {
        var (valueAxis, keyAxis) = orientation == StyleParam.Orientation.Vertical ? ("y", "x") : ("x", "y");
        return new JsonObject { ["type"] = "bar" }
            .WithMany(keyAxis, keys)
            .With(valueAxis, Json.Many(values))
            .With<StyleParam.Orientation>("orientation", orientation);
    }

    private static JsonObject MarkerOf(
        Optional<Color> color, Optional<StyleParam.Colorscale> scale, Optional<IEnumerable<double>> opacities) =>
        new JsonObject().With("color", color).With("colorscale", scale).WithMany("opacity", opacities);

    private static JsonObject LineOf(
        Optional<Color> color, Optional<StyleParam.Colorscale> scale, Optional<double> width, Optional<StyleParam.DrawingStyle> dash) =>
        new JsonObject().With("color", color).With("colorscale", scale).With("width", width).With("dash", dash);
}
