using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>Counts values in bins and shows the counts as bars.</summary>
internal sealed class HistogramTrace(JsonObject json, string color)
    : BarTrace(json, color, IsLying(json), Count(json, BinsOf(json)))
{
    private readonly double _size = BinsOf(json).Size;

    public override double? Gap => 0;

    public override double? Width => _size;

    private static bool IsLying(JsonObject json) => json["x"] is null && json["y"] is not null;

    private static double[] Values(JsonObject json) => json.Numbers(IsLying(json) ? "y" : "x");

    private static Bins BinsOf(JsonObject json)
    {
        var part = IsLying(json) ? "ybins" : "xbins";
        if (json.Number(part, "start") is { } start && json.Number(part, "end") is { } end
            && json.Number(part, "size") is { } size && size > 0 && end > start)
            return new(start, size, (int)Math.Clamp(Math.Round((end - start) / size), 1, 1000));
        var values = Values(json);
        var wanted = json.Number(IsLying(json) ? "nbinsy" : "nbinsx") ?? Math.Sqrt(values.Length);
        return Bins.Over(values, (int)Math.Clamp(wanted, 1, 1000));
    }

    private static Bar[] Count(JsonObject json, Bins bins)
    {
        var counts = bins.Count(Values(json));
        var total = counts.Sum();
        var scale = json.Text("histnorm") switch
        {
            "percent" => 100.0 / Math.Max(1, total),
            "probability" => 1.0 / Math.Max(1, total),
            "density" => 1 / bins.Size,
            "probability density" => 1 / (bins.Size * Math.Max(1, total)),
            _ => 1,
        };
        return [.. counts.Select((count, i) => new Bar(JsonValue.Create(bins.Start + (i + 0.5) * bins.Size), count * scale))];
    }
}
