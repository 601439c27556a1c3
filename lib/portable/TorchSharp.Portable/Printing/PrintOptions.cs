using System.Globalization;

namespace TorchSharp.Printing;

/// <summary>What <c>set_printoptions</c> sets, and the details of one printout.</summary>
internal sealed record PrintOptions
{
    /// <summary>The options of printouts that give none of their own.</summary>
    internal static PrintOptions Default { get; set; } = new();

    internal TensorStringStyle Style { get; init; } = TensorStringStyle.Julia;

    internal string FloatFormat { get; init; } = "g5";

    /// <summary>Characters in a line of the Julia style; what does not fit becomes an ellipsis.</summary>
    internal int Width { get; init; } = 100;

    internal string NewLine { get; init; } = Environment.NewLine;

    /// <summary>Rows, and columns, beyond which the Numpy and C# styles show the first and the last half of as many.</summary>
    internal int MaxRows { get; init; } = 6;

    internal int MaxColumns { get; init; } = 6;

    internal CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    internal PrintOptions With(string? floatFormat, int? width, CultureInfo? culture, string? newLine) => this with
    {
        FloatFormat = floatFormat ?? FloatFormat,
        Width = width ?? Width,
        Culture = culture ?? Culture,
        NewLine = newLine ?? NewLine,
    };

    /// <summary>One element as text.</summary>
    internal string Text(ScalarType type, Number value) => type switch
    {
        ScalarType.Float32 => ((float)value.Real).ToString(FloatFormat, Culture),
        ScalarType.Float64 => value.Real.ToString(FloatFormat, Culture),
        ScalarType.Bool => value.Truth.ToString(),
        _ => value.Integer.ToString(Culture),
    };
}
