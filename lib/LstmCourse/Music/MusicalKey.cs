namespace LstmCourse.Music;

/// <summary>A key: seven of the twelve pitch classes, in every octave.</summary>
public sealed record MusicalKey
{
    private static readonly int[] MajorSteps = [0, 2, 4, 5, 7, 9, 11], MinorSteps = [0, 2, 3, 5, 7, 8, 10];

    private MusicalKey(string name, int tonic, bool isMinor) => (Name, Tonic, IsMinor) = (name, tonic, isMinor);

    /// <summary>Such as <c>G major</c> or <c>E minor</c>.</summary>
    public string Name { get; }

    /// <summary>The pitch class of the first step, 0 for C to 11 for B.</summary>
    public int Tonic { get; }

    /// <summary>Whether it is a minor key; its notes are those of the natural minor scale.</summary>
    public bool IsMinor { get; }

    /// <summary>Whether a pitch belongs to the key, in whatever octave.</summary>
    /// <param name="pitch">A MIDI number.</param>
    public bool Contains(int pitch)
    {
        var step = (pitch - Tonic) % Pitches.Octave;
        return Array.IndexOf(IsMinor ? MinorSteps : MajorSteps, step < 0 ? step + Pitches.Octave : step) >= 0;
    }

    /// <summary>Reads the name of a key.</summary>
    /// <param name="name">Such as <c>Bb major</c>.</param>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static MusicalKey Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split(' ') is [var tonic, "major" or "minor"] && Pitches.ClassOf(tonic) is { } step
            ? new(name, (step + Pitches.Octave) % Pitches.Octave, name.EndsWith("minor", StringComparison.Ordinal))
            : throw new FormatException($"expected a key such as \"G major\" or \"Bb minor\", got \"{name}\".");
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
