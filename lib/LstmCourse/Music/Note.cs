using System.Globalization;

namespace LstmCourse.Music;

/// <summary>A note of a melody. In writing <c>F#4:3/2</c>: the F sharp above the middle C, one and a half quarter notes long.</summary>
/// <param name="Pitch">The MIDI number: 60 is the middle C (C4), a semitone is 1.</param>
/// <param name="Ticks">The length, <see cref="TicksPerQuarter"/> for a quarter note.</param>
public readonly record struct Note(int Pitch, int Ticks)
{
    /// <summary>The ticks of a quarter note. Halves, thirds and quarters of it are whole numbers of ticks.</summary>
    public const int TicksPerQuarter = 480;

    /// <summary>The length in quarter notes.</summary>
    public double Quarters => Ticks / (double)TicksPerQuarter;

    /// <summary>The same note so many semitones higher; lower if negative.</summary>
    public Note Transposed(int semitones) => this with { Pitch = Pitch + semitones };

    /// <summary>Reads a note.</summary>
    /// <param name="text">Such as <c>G4:1</c>, <c>Bb3:1/2</c> or <c>F#5:3/2</c>.</param>
    /// <exception cref="FormatException">The pitch or the length is not written so; the message says what was expected.</exception>
    public static Note Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') is [var pitch, var length]
            ? new(Pitches.Parse(pitch), ParseLength(length, text))
            : throw new FormatException($"expected a note as pitch and length, such as G4:1 or F#4:3/2, got \"{text}\".");
    }

    /// <summary>The note as it is read by <see cref="Parse"/>, with sharps.</summary>
    public override string ToString() => $"{Pitches.NameOf(Pitch)}:{LengthName(Ticks)}";

    /// <summary>A length in quarter notes, as a whole number or a fraction: <c>2</c>, <c>3/2</c>.</summary>
    /// <param name="ticks">The length in ticks.</param>
    public static string LengthName(int ticks)
    {
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(ticks, TicksPerQuarter);
        var (over, under) = (ticks / divisor, TicksPerQuarter / divisor);
        return under == 1
            ? over.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{over}/{under}");
    }

    private static int ParseLength(string length, string note)
    {
        var parts = length.Split('/');
        if (parts.Length <= 2 && Whole(parts[0]) is { } over && (parts.Length == 1 ? 1 : Whole(parts[1])) is { } under
            && over * TicksPerQuarter % under == 0)
        {
            return over * TicksPerQuarter / under;
        }

        throw new FormatException(
            $"expected a length in quarter notes, above 0, such as 1, 3/2 or 1/4, got \"{length}\" in \"{note}\".");
    }

    // Up to 99: the longest note of a song has a few quarters.
    private static int? Whole(string text) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
