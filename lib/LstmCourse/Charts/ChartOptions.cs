namespace LstmCourse.Charts;

/// <summary>What can be said about any chart; whatever is left out has a fitting default.</summary>
/// <remarks>Titles may hold <c>&lt;sub&gt;</c>, <c>&lt;sup&gt;</c>, <c>&lt;b&gt;</c>, <c>&lt;i&gt;</c> and <c>&lt;br&gt;</c>.</remarks>
public sealed record ChartOptions
{
    /// <summary>Stands above the chart.</summary>
    public string? Title { get; init; }

    /// <summary>The horizontal axis, with its unit.</summary>
    public string? XTitle { get; init; }

    /// <summary>The vertical axis, with its unit.</summary>
    public string? YTitle { get; init; }

    /// <summary>Where the horizontal axis starts counting when a chart is given values alone, such as 1 for the first epoch.</summary>
    public double? FirstX { get; init; }

    /// <summary>The lowest value of the vertical axis.</summary>
    public double? YMin { get; init; }

    /// <summary>The highest value of the vertical axis.</summary>
    public double? YMax { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool LogY { get; init; }

    /// <summary>In pixels, at least 200.</summary>
    public int? Width { get; init; }

    /// <summary>In pixels, at least 150.</summary>
    public int? Height { get; init; }
}
