using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>Drawings of the networks, in the colours of <see cref="Palette"/>.</summary>
public static partial class Diagrams
{
    // Lines of x, which is no gate and no memory.
    private const string InputLine = Theme.Muted;

    private static string Label(string symbol, double? value) => value is { } number ? $"{symbol} = {FigureNumber.Write(number)}" : symbol;
}
