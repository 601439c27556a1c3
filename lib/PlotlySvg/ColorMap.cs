using System.Text.Json.Nodes;

namespace PlotlySvg;

/// <summary>Turns values into colours, in 64 steps, which the eye takes for a smooth run.</summary>
internal sealed class ColorMap
{
    private const int Steps = 64;

    private static readonly Dictionary<string, string[]> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Viridis"] = ["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725"],
        ["Cividis"] = ["#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369", "#fee838"],
        ["Blues"] = ["#ffffff", "#c6ddf0", "#7fb4dc", "#2f7fbd", "#08305c"],
        ["Greys"] = ["#000000", "#ffffff"],
        ["Greens"] = ["#00441b", "#238b45", "#74c476", "#c7e9c0", "#f7fcf5"],
        ["RdBu"] = ["#053061", "#4393c3", "#f7f7f7", "#d6604d", "#67001f"],
        ["YlGnBu"] = ["#081d58", "#225ea8", "#41b6c4", "#c7e9b4", "#ffffd9"],
        ["YlOrRd"] = ["#800026", "#e31a1c", "#fd8d3c", "#fed976", "#ffffcc"],
        ["Hot"] = ["#000000", "#e60000", "#ffd200", "#ffffff"],
        ["Jet"] = ["#000083", "#003caa", "#05ffff", "#ffff00", "#fa0000", "#800000"],
    };

    private readonly (double At, string Color)[] _stops;

    public ColorMap(JsonNode? scale, double low, double high, bool reversed)
    {
        (Low, High) = (low, high);
        _stops = Stops(scale, low < 0 && high > 0);
        if (reversed) _stops = [.. _stops.Reverse().Select(stop => (1 - stop.At, stop.Color))];
    }

    public double Low { get; }

    public double High { get; }

    public string Of(double value)
    {
        var share = High > Low ? Math.Clamp((value - Low) / (High - Low), 0, 1) : 0.5;
        return At(Math.Round(share * Steps) / Steps);
    }

    /// <summary>The colour at a position from 0 to 1.</summary>
    public string At(double share)
    {
        var after = Array.FindIndex(_stops, stop => stop.At >= share);
        if (after <= 0) return after == 0 ? _stops[0].Color : _stops[^1].Color;
        var (from, to) = (_stops[after - 1], _stops[after]);
        return CssColor.Mix(from.Color, to.Color, (share - from.At) / (to.At - from.At));
    }

    private static (double At, string Color)[] Stops(JsonNode? scale, bool aroundZero)
    {
        if (scale is JsonArray { Count: > 1 } own)
            return [.. own.Select(stop => (stop![0].Number() ?? 0, CssColor.Of(stop[1].Text() ?? "#808080").Css))];
        if (scale.Text() is { } name && Named.TryGetValue(name, out var colors))
            return Even(colors);
        return Even(Named[aroundZero ? "RdBu" : "Blues"]);
    }

    private static (double At, string Color)[] Even(string[] colors) =>
        [.. colors.Select((color, i) => (i / (colors.Length - 1.0), color))];
}
