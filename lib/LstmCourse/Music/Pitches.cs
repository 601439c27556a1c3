using System.Globalization;

namespace LstmCourse.Music;

/// <summary>Names of pitches, and their numbers.</summary>
public static class Pitches
{
    /// <summary>Semitones in an octave.</summary>
    public const int Octave = 12;

    private static readonly string[] Sharps = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>The MIDI number of a pitch.</summary>
    /// <param name="name">A letter from A to G, <c>#</c> or <c>b</c> or neither, and the octave: <c>C4</c> is 60, <c>Bb3</c> is 58.</param>
    /// <exception cref="FormatException">It is not written so, or lies outside 0 to 127.</exception>
    public static int Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits > 0 && ClassOf(name[..digits]) is { } step
            && int.TryParse(name.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var octave) && octave <= 9)
        {
            // Cb4 is the B below C4, and B#4 the C above B4: the octave belongs to the letter.
            var pitch = (octave + 1) * Octave + step;
            if (pitch <= 127) return pitch;
        }

        throw new FormatException($"expected a pitch such as G4, F#4 or Bb3, got \"{name}\".");
    }

    /// <summary>The name of a pitch, with sharps: 61 is <c>C#4</c>.</summary>
    /// <param name="pitch">A MIDI number from 0 to 127.</param>
    public static string NameOf(int pitch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pitch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pitch, 127);
        return $"{Sharps[pitch % Octave]}{(pitch / Octave - 1).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The frequency of a pitch in Hz, equally tempered: A4 (69) has 440, and each semitone multiplies by 2^(1/12).</summary>
    /// <param name="pitch">A MIDI number.</param>
    public static double FrequencyOf(int pitch) => 440 * Math.Pow(2, (pitch - 69) / (double)Octave);

    /// <summary>Semitones above C of a name without an octave, such as <c>F#</c>; −1 for Cb and 12 for B#; null if it is none.</summary>
    internal static int? ClassOf(string name)
    {
        if (name.Length is < 1 or > 2 || name[0] is < 'A' or > 'G') return null;
        var white = Array.IndexOf(Sharps, name[..1]);
        return name.Length == 1 ? white : name[1] switch { '#' => white + 1, 'b' => white - 1, _ => null };
    }
}
