namespace LstmCourse.Music;

/// <summary>
/// The two alphabets of a melody: pitches and lengths. A tune becomes two rows of ids that run side by side. The first place tells the
/// metre, and the last says that the tune is over.
/// </summary>
public sealed class NoteTokens
{
    /// <summary>Stands first and last in the row of pitches: no note yet, no note any more.</summary>
    public const long Edge = 0;

    /// <summary>Where there is no length to say, after the last note; losses skip it.</summary>
    public const long None = -100;

    private readonly int _lowest, _highest;
    private readonly int[] _lengths;
    private readonly Metre[] _metres;

    /// <summary>Collects the pitches of tunes in all twelve keys, their lengths and their metres.</summary>
    /// <param name="tunes">All tunes that are to be written in these alphabets.</param>
    public NoteTokens(IEnumerable<Tune> tunes)
    {
        Tune[] all = [.. tunes ?? throw new ArgumentNullException(nameof(tunes))];
        if (all.Length == 0) throw new ArgumentException("Expected at least one tune, got none.", nameof(tunes));
        _lowest = all.SelectMany(tune => tune.Notes).Min(note => note.Pitch) + Shifts[0];
        _highest = all.SelectMany(tune => tune.Notes).Max(note => note.Pitch) + Shifts[^1];
        _lengths = [.. all.SelectMany(tune => tune.Notes).Select(note => note.Ticks).Distinct().Order()];
        _metres = [.. all.Select(tune => tune.Metre).Distinct().OrderBy(metre => metre.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The transpositions that give a tune in each of the twelve keys once, in semitones: −5 to 6.</summary>
    public static IReadOnlyList<int> Shifts { get; } = [.. Enumerable.Range(-5, Pitches.Octave)];

    /// <summary>How many ids a pitch may have: the edge, and every semitone from the lowest to the highest pitch in any key.</summary>
    public int PitchCount => _highest - _lowest + 2;

    /// <summary>How many lengths there are.</summary>
    public int LengthCount => _lengths.Length;

    /// <summary>How many ids a length that is read may have: the lengths, and after them the metres, which are read at the beginning.
    /// </summary>
    public int LengthInputCount => _lengths.Length + _metres.Length;

    /// <summary>The lengths in ticks, shortest first; an id is the place in this list.</summary>
    public IReadOnlyList<int> Lengths => _lengths;

    /// <summary>The id of a pitch.</summary>
    /// <exception cref="ArgumentException">No tune has it in any key.</exception>
    public long PitchId(int pitch) => pitch >= _lowest && pitch <= _highest
        ? pitch - _lowest + 1
        : throw new ArgumentException(
            $"Expected a pitch from {_lowest} ({Pitches.NameOf(_lowest)}) to {_highest} ({Pitches.NameOf(_highest)}), got {pitch}. Was the "
                + "tune transposed too far?", nameof(pitch));

    /// <summary>The id of a length.</summary>
    /// <exception cref="ArgumentException">No tune has it.</exception>
    public long LengthId(int ticks) => Array.IndexOf(_lengths, ticks) is >= 0 and var id
        ? id
        : throw new ArgumentException(
            $"Expected one of the lengths {string.Join(", ", _lengths.Select(Note.LengthName))}, got {Note.LengthName(ticks)}.",
            nameof(ticks));

    /// <summary>The id of a metre, to be read as a length at the beginning.</summary>
    /// <exception cref="ArgumentException">No tune has it.</exception>
    public long MetreId(Metre metre) => Array.IndexOf(_metres, metre) is >= 0 and var id
        ? _lengths.Length + id
        : throw new ArgumentException($"Expected one of the metres {string.Join(", ", _metres)}, got {metre}.", nameof(metre));

    /// <summary>The note of two ids.</summary>
    /// <param name="pitchId">Not <see cref="Edge"/>.</param>
    /// <param name="lengthId">The id of a length, not of a metre.</param>
    public Note NoteOf(long pitchId, long lengthId) => new((int)pitchId - 1 + _lowest, _lengths[lengthId]);

    /// <summary>A tune as two rows of ids, each two longer than the tune.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="semitones">How far it is transposed.</param>
    /// <returns>
    /// The pitches, between two times <see cref="Edge"/>; and the lengths, after the metre and before <see cref="None"/>.
    /// </returns>
    public (long[] PitchIds, long[] LengthIds) Encode(Tune tune, int semitones = 0)
    {
        ArgumentNullException.ThrowIfNull(tune);
        return ([Edge, .. tune.Notes.Select(note => PitchId(note.Pitch + semitones)), Edge],
            [MetreId(tune.Metre), .. tune.Notes.Select(note => LengthId(note.Ticks)), None]);
    }
}
