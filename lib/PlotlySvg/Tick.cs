namespace PlotlySvg;

/// <summary>A place on an axis with its label.</summary>
/// <param name="Unit">In the axis' units: the value, its logarithm, or the category's number.</param>
/// <param name="Label">Empty for a tick without label.</param>
internal readonly record struct Tick(double Unit, RichText Label);
