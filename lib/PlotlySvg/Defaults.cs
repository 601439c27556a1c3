namespace PlotlySvg;

/// <summary>The look of whatever a figure says nothing about.</summary>
internal static class Defaults
{
    /// <summary>Families whose letters are as wide as <see cref="CharWidths"/> has them.</summary>
    public const string Font = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    public const string Ground = "#ffffff";
    public const string Ink = "#24292f";
    public const string Grid = "#e4e7eb";
    public const string AxisLine = "#8c959f";

    /// <summary>In pixels, as plotly.js has it.</summary>
    public const int Width = 700;

    /// <summary>In pixels, as plotly.js has it.</summary>
    public const int Height = 450;

    public const double TitleSize = 15;
    public const double TextSize = 12;
    public const double TickSize = 11;

    /// <summary>plotly.js's colours of traces.</summary>
    public static IReadOnlyList<string> Colorway { get; } =
    [
        "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf",
    ];
}
