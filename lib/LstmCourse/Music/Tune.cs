namespace LstmCourse.Music;

/// <summary>A melody of one voice, without rests, in bars that add up.</summary>
public sealed class Tune
{
    /// <summary>Makes a tune.</summary>
    /// <param name="title">Its name.</param>
    /// <param name="origin">The composer, or the country.</param>
    /// <param name="date">When, as far as it is known.</param>
    /// <param name="key">The key.</param>
    /// <param name="metre">The metre.</param>
    /// <param name="bars">
    /// The bars, each as long as the metre says. The first may be a pick-up, which is shorter; then the last is shorter by as much.
    /// </param>
    /// <exception cref="FormatException">There are no bars, or one does not add up: the message says which, and by how much.</exception>
    public Tune(string title, string origin, string date, MusicalKey key, Metre metre, IEnumerable<IReadOnlyList<Note>> bars)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(bars);
        (Title, Origin, Date, Key, Metre) = (title, origin, date, key, metre);
        Bars = [.. bars];
        if (Bars.Count == 0 || Bars.Any(bar => bar.Count == 0)) throw new FormatException("expected bars with notes, got an empty one.");
        CheckBars();
        Notes = [.. Bars.SelectMany(bar => bar)];
    }

    /// <summary>Its name.</summary>
    public string Title { get; }

    /// <summary>The composer with the year of death, or the country.</summary>
    public string Origin { get; }

    /// <summary>When, as far as it is known.</summary>
    public string Date { get; }

    /// <summary>The key that the notes are written in.</summary>
    public MusicalKey Key { get; }

    /// <summary>The metre.</summary>
    public Metre Metre { get; }

    /// <summary>The notes, bar by bar.</summary>
    public IReadOnlyList<IReadOnlyList<Note>> Bars { get; }

    /// <summary>The notes one after the other.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>The length of the pick-up, 0 if the tune begins with a full bar.</summary>
    public int PickUpTicks => Length(Bars[0]) is var first && first < Metre.BarTicks ? first : 0;

    /// <summary>The same tune with other notes.</summary>
    /// <param name="change">What becomes of a note; its length must stay, so that the bars add up.</param>
    public Tune Changed(Func<Note, Note> change) =>
        new(Title, Origin, Date, Key, Metre, Bars.Select(bar => bar.Select(change).ToArray()));

    /// <summary>Title and origin.</summary>
    public override string ToString() => $"{Title} ({Origin}, {Date})";

    private static int Length(IReadOnlyList<Note> bar) => bar.Sum(note => note.Ticks);

    private void CheckBars()
    {
        var full = Metre.BarTicks;
        var pickUp = Length(Bars[0]);
        for (var i = 0; i < Bars.Count; i++)
        {
            var expected = pickUp < full && i == 0 ? pickUp : pickUp < full && i == Bars.Count - 1 ? full - pickUp : full;
            var length = Length(Bars[i]);
            if (length == expected) continue;
            var why = expected < full ? $" (a bar of {Metre} less the pick-up)" : $" (a bar of {Metre})";
            throw new FormatException(
                $"bar {i + 1} of {Bars.Count} does not add up: its notes last {Note.LengthName(length)} quarters, expected "
                    + $"{Note.LengthName(expected)}{why}.");
        }
    }
}
