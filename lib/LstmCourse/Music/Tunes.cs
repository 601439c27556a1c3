using LstmCourse.Data;

namespace LstmCourse.Music;

/// <summary>The melodies that ship with the course (<c>data/tunes.csv</c>, described in <c>data/README.md</c>).</summary>
public static class Tunes
{
    private static readonly string[] Columns = ["title", "origin", "date", "key", "metre", "accidentals", "notes"];

    /// <summary>All melodies of the course.</summary>
    public static IReadOnlyList<Tune> Load() => Load(CourseData.PathOf("tunes.csv"));

    /// <summary>The melodies of a file of the same columns.</summary>
    /// <param name="path">A CSV file in UTF-8 with a heading. The bars of a tune are separated by <c>|</c>, its notes by spaces.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// A column is missing, a pitch or a length cannot be read, a bar does not add up, or a pitch lies outside the key and its stated
    /// accidentals: the message names the line.
    /// </exception>
    public static IReadOnlyList<Tune> Load(string path)
    {
        using var reader = new StringReader(TextFile.Read(path));
        try
        {
            CsvRow[] rows = [.. CsvFormat.Read(reader)];
            var heading = rows.Length > 0 ? rows[0].Fields : [];
            return heading.SequenceEqual(Columns)
                ? [.. rows.Skip(1).Select(row => Read(path, row))]
                : throw new InvalidDataException(
                    $"{path}: expected the columns {string.Join(", ", Columns)}, got {string.Join(", ", heading)}.");
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}, {error.Message}", error);
        }
    }

    private static Tune Read(string path, CsvRow row)
    {
        if (row.Fields.Length != Columns.Length)
            throw new InvalidDataException($"{path}, line {row.Line}: expected {Columns.Length} fields, got {row.Fields.Length}.");
        var (title, key, metre) = (row.Fields[0], row.Fields[3], row.Fields[4]);
        try
        {
            var bars = row.Fields[6].Split('|').Select(bar => Notes(bar).ToArray());
            var tune = new Tune(title, row.Fields[1], row.Fields[2], MusicalKey.Parse(key), Metre.Parse(metre), bars);
            CheckPitches(tune, row.Fields[5]);
            return tune;
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}, line {row.Line} ({title}): {error.Message}", error);
        }
    }

    private static IEnumerable<Note> Notes(string bar) => bar.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Note.Parse);

    private static void CheckPitches(Tune tune, string accidentals)
    {
        int[] allowed = [.. accidentals.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name =>
            Pitches.ClassOf(name) ?? throw new FormatException($"expected accidentals such as \"F# C#\", got \"{accidentals}\"."))];
        foreach (var note in tune.Notes)
        {
            if (tune.Key.Contains(note.Pitch) || allowed.Any(step => (note.Pitch - step) % Pitches.Octave == 0)) continue;
            throw new FormatException(
                $"{note} lies outside {tune.Key}. If it is meant, name it among the accidentals; if not, mend the pitch.");
        }
    }
}
