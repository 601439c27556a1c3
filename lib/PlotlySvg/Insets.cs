namespace PlotlySvg;

/// <summary>The room that a plot needs around it, in pixels.</summary>
internal readonly record struct Insets(double Left, double Top, double Right, double Bottom);
