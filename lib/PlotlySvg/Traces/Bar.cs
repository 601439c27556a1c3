using System.Text.Json.Nodes;

namespace PlotlySvg.Traces;

/// <summary>One bar: where it stands, how far it reaches, and, once arranged, its edges.</summary>
internal sealed class Bar(JsonNode? key, double length)
{
    public JsonNode? Key { get; } = key;

    public double Length { get; } = length;

    /// <summary>Half the length of its error bar, upwards and downwards.</summary>
    public double Error { get; init; } = double.NaN;

    public string? Text { get; init; }

    public string? Color { get; init; }

    /// <summary>The lower edge along the axis of keys, in units.</summary>
    public double KeyLow { get; set; } = double.NaN;

    /// <summary>The upper edge along the axis of keys, in units.</summary>
    public double KeyHigh { get; set; } = double.NaN;

    /// <summary>Where it starts on the axis of values: zero, or the end of the bar beneath.</summary>
    public double From { get; set; }

    public double To => From + Length;
}
