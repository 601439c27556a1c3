using NAudio.Midi;

namespace LstmCourse.Music;

/// <summary>Writes melodies as standard MIDI files, which players and notation programs read.</summary>
public static class MidiSong
{
    private const int Channel = 1, Velocity = 96;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where; the extension is usually <c>.mid</c>.</param>
    /// <param name="notes">The notes, one after the other.</param>
    /// <param name="quartersPerMinute">The speed, 4 to 1,000.</param>
    /// <param name="program">The instrument of General MIDI, 0 to 127; 0 is a piano.</param>
    /// <exception cref="ArgumentException">There are no notes, or a pitch lies outside 0 to 127.</exception>
    public static void Save(string path, IReadOnlyList<Note> notes, double quartersPerMinute = 120, int program = 0) =>
        MidiFile.Export(path, Events(notes, quartersPerMinute, program));

    private static MidiEventCollection Events(IReadOnlyList<Note> notes, double quartersPerMinute, int program)
    {
        ArgumentNullException.ThrowIfNull(notes);
        if (notes.Count == 0) throw new ArgumentException("Expected at least one note, got none.", nameof(notes));
        if (quartersPerMinute is not (>= 4 and <= 1000))
            throw new ArgumentOutOfRangeException(nameof(quartersPerMinute), quartersPerMinute, "Expected 4 to 1,000 quarters a minute.");
        ArgumentOutOfRangeException.ThrowIfNegative(program);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(program, 127);

        // Type 0: one track that holds everything.
        var song = new MidiEventCollection(0, Note.TicksPerQuarter);
        song.AddEvent(new TempoEvent((int)Math.Round(60e6 / quartersPerMinute), 0), 1);
        song.AddEvent(new PatchChangeEvent(0, Channel, program), 1);
        var time = 0L;
        foreach (var note in notes)
        {
            if (note.Pitch is < 0 or > 127)
                throw new ArgumentException($"Expected pitches between 0 and 127, got {note.Pitch}.", nameof(notes));
            song.AddEvent(new NoteOnEvent(time, Channel, note.Pitch, Velocity, note.Ticks), 1);
            time += note.Ticks;
            song.AddEvent(new NoteEvent(time, Channel, MidiCommandCode.NoteOff, note.Pitch, 0), 1);
        }

        song.AddEvent(new MetaEvent(MetaEventType.EndTrack, 0, time), 1);
        return song;
    }
}
