using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class TuneTests
{
    [Fact]
    public void A_pick_up_is_completed_by_the_last_bar()
    {
        var tune = Of("D4:1 | G4:2 B4:1/2 G4:1/2 | B4:2 A4:1 | G4:2");

        Assert.Equal(480, tune.PickUpTicks);
        Assert.Equal(7, tune.Notes.Count);
        Assert.Equal(4, tune.Bars.Count);
        Assert.Equal(0, Of("G4:3 | G4:3").PickUpTicks);
    }

    [Theory]
    [InlineData("G4:3 | G4:2", "bar 2 of 2 does not add up: its notes last 2 quarters, expected 3 (a bar of 3/4).")]
    [InlineData("G4:3 | G4:2 G4:3/2 | G4:3", "bar 2 of 3 does not add up: its notes last 7/2 quarters, expected 3 (a bar of 3/4).")]
    [InlineData("G4:4 | G4:3", "bar 1 of 2 does not add up: its notes last 4 quarters, expected 3 (a bar of 3/4).")]
    [InlineData("D4:1 | G4:3 | G4:3",
        "bar 3 of 3 does not add up: its notes last 3 quarters, expected 2 (a bar of 3/4 less the pick-up).")]
    [InlineData("G4:3 | | G4:3", "expected bars with notes, got an empty one.")]
    public void A_bar_that_does_not_add_up_is_named(string bars, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Of(bars)).Message);

    [Fact]
    public void A_changed_tune_has_other_notes_in_the_same_bars()
    {
        var higher = Of("D4:1 | G4:3 | G4:2").Changed(note => note.Transposed(2));

        Assert.Equal(["E4:1", "A4:3", "A4:2"], higher.Notes.Select(note => note.ToString()));
        Assert.Equal(480, higher.PickUpTicks);
        Assert.Throws<FormatException>(() => higher.Changed(note => note with { Ticks = 240 }));
    }

    internal static Tune Of(string bars, string metre = "3/4", string key = "G major") => new(
        "A tune", "nobody", "today", MusicalKey.Parse(key), Metre.Parse(metre),
        bars.Split('|').Select(bar => bar.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Note.Parse).ToArray()));
}
