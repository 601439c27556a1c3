using System.Globalization;

namespace LstmCourse.Music;

/// <summary>How many notes of which kind fill a bar: 3/4 is three quarter notes, 6/8 six eighths.</summary>
/// <param name="Beats">The upper number.</param>
/// <param name="Unit">The lower number: 2, 4, 8 or 16.</param>
public readonly record struct Metre(int Beats, int Unit)
{
    /// <summary>The length of a bar in ticks.</summary>
    public int BarTicks => Beats * 4 * Note.TicksPerQuarter / Unit;

    /// <summary>Reads a metre.</summary>
    /// <param name="text">Such as <c>4/4</c> or <c>6/8</c>.</param>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static Metre Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var over, var under]
            && int.TryParse(over, NumberStyles.None, CultureInfo.InvariantCulture, out var beats) && beats is >= 1 and <= 32
            && int.TryParse(under, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) && unit is 2 or 4 or 8 or 16
                ? new(beats, unit)
                : throw new FormatException($"expected a metre such as 4/4, 3/4 or 6/8, got \"{text}\".");
    }

    /// <summary>As in <c>3/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Beats}/{Unit}");
}
