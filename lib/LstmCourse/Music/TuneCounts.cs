namespace LstmCourse.Music;

/// <summary>What can be counted in a melody: bars that add up, notes of one key, bars that come again, and what is copied.</summary>
public static class TuneCounts
{
    private static readonly MusicalKey[] MajorKeys =
        [.. new[] { "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B" }.Select(tonic => MusicalKey.Parse($"{tonic} major"))];

    /// <summary>Cuts notes into bars.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="barTicks">The length of a bar.</param>
    /// <param name="pickUpTicks">The length of the pick-up, 0 for none.</param>
    /// <returns>
    /// Each bar with the notes that begin in it, and whether a note ends where the bar does. A note that is held over the bar line belongs
    /// to the bar in which it begins.
    /// </returns>
    public static IReadOnlyList<(IReadOnlyList<Note> Notes, bool AddsUp)> Bars(
        IEnumerable<Note> notes, int barTicks, int pickUpTicks = 0)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(barTicks);
        List<(IReadOnlyList<Note>, bool)> bars = [];
        List<Note> bar = [];
        var left = pickUpTicks > 0 ? pickUpTicks : barTicks;
        foreach (var note in notes)
        {
            bar.Add(note);
            left -= note.Ticks;
            if (left > 0) continue;
            bars.Add((bar, left == 0));
            while (left <= 0) left += barTicks;
            bar = [];
        }

        return bars;
    }

    /// <summary>The largest share of notes that lie in one major scale (or in the natural minor scale with the same notes), from 0 to
    /// 1.</summary>
    /// <param name="notes">At least one note.</param>
    public static double ShareInBestKey(IEnumerable<Note> notes)
    {
        Note[] all = [.. notes ?? throw new ArgumentNullException(nameof(notes))];
        if (all.Length == 0) throw new ArgumentException("Expected at least one note, got none.", nameof(notes));
        return MajorKeys.Max(key => all.Count(note => key.Contains(note.Pitch))) / (double)all.Length;
    }

    /// <summary>The share of full bars that are, note by note, a bar which came before in the same melody.</summary>
    /// <param name="bars">The bars.</param>
    public static double ShareRepeated(IEnumerable<IReadOnlyList<Note>> bars)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (count, again) = (0, 0);
        foreach (var bar in bars ?? throw new ArgumentNullException(nameof(bars)))
        {
            count++;
            if (!seen.Add(string.Join(' ', bar))) again++;
        }

        return count > 0 ? again / (double)count : 0;
    }

    /// <summary>The longest run of a melody that also stands in one of several tunes, in whatever key: the same steps from note to note
    /// and the same lengths.</summary>
    /// <param name="notes">The melody.</param>
    /// <param name="tunes">Where to look for it.</param>
    /// <returns>How many notes the run has, and the tune where it was found; 0 and null if there is none.</returns>
    public static (int Notes, Tune? Found) LongestCopy(IReadOnlyList<Note> notes, IEnumerable<Tune> tunes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(tunes);
        var best = (Notes: 0, Found: (Tune?)null);
        foreach (var tune in tunes)
        {
            var run = LongestCommonRun(notes, tune.Notes);
            if (run > best.Notes) best = (run, tune);
        }

        return best;
    }

    // Runs end at [i] and [j]: one note longer than the run that ends a note earlier, if the step and the length fit.
    private static int LongestCommonRun(IReadOnlyList<Note> a, IReadOnlyList<Note> b)
    {
        var (longest, before) = (0, new int[b.Count]);
        for (var i = 0; i < a.Count; i++)
        {
            var now = new int[b.Count];
            for (var j = 0; j < b.Count; j++)
            {
                if (a[i].Ticks != b[j].Ticks) continue;
                var goesOn = i > 0 && j > 0 && before[j - 1] > 0 && a[i].Pitch - a[i - 1].Pitch == b[j].Pitch - b[j - 1].Pitch;
                now[j] = goesOn ? before[j - 1] + 1 : 1;
                longest = Math.Max(longest, now[j]);
            }

            before = now;
        }

        return longest;
    }
}
