using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class TuneCountsTests
{
    [Fact]
    public void A_bar_adds_up_where_a_note_ends_at_the_bar_line()
    {
        // In bars of 2 quarters: [1 1] ends at the line; [1 2] crosses it by 1; what is left of the third bar is filled by [1]; [5] is held
        // over two lines; [1] is not full.
        var bars = TuneCounts.Bars(Notes("C4:1 C4:1 C4:1 C4:2 C4:1 C4:5 C4:1/2"), barTicks: 960);

        Assert.Equal([2, 2, 1, 1], bars.Select(bar => bar.Notes.Count));
        Assert.Equal([true, false, true, false], bars.Select(bar => bar.AddsUp));
    }

    [Fact]
    public void A_pick_up_moves_the_bar_lines()
    {
        var notes = Notes("C4:1 C4:2 C4:2");
        Assert.Equal([false, false], TuneCounts.Bars(notes, 960).Select(bar => bar.AddsUp));
        Assert.Equal([true, true, true], TuneCounts.Bars(notes, 960, pickUpTicks: 480).Select(bar => bar.AddsUp));
    }

    [Theory]
    [InlineData("C4:1 D4:1 E4:1 F4:1", 1)]
    [InlineData("C4:1 C#4:1 D4:1 D#4:1", 0.75)]     // C, D, D# lie in B flat major
    [InlineData("A4:1 B4:1 C5:1 G#4:1", 0.75)]      // harmonic minor: three of the four in C major
    public void The_best_key_holds_the_most_notes(string notes, double share) =>
        Assert.Equal(share, TuneCounts.ShareInBestKey(Notes(notes)));

    [Fact]
    public void A_bar_comes_again_if_each_note_is_the_same()
    {
        Note[] a = Notes("C4:1 D4:1"), b = Notes("C4:1 D4:1/2 D4:1/2");
        Assert.Equal(0.5, TuneCounts.ShareRepeated([a, b, a, b]));
        Assert.Equal(0, TuneCounts.ShareRepeated([a, b, Notes("D4:1 E4:1")]));
    }

    [Fact]
    public void A_copy_is_found_in_any_key_and_has_the_same_lengths()
    {
        var known = TuneTests.Of("G4:1 A4:1 B4:1 | C5:1 B4:2");
        Assert.Equal((4, known), TuneCounts.LongestCopy(Notes("C3:2 D4:1 E4:1 F4:1 E4:2 C4:1"), [known]));
        Assert.Equal(3, TuneCounts.LongestCopy(Notes("D4:1 E4:1 F4:1 E4:1"), [known]).Notes);
        Assert.Equal((0, null), TuneCounts.LongestCopy(Notes("D4:1/2"), [known]));
        Assert.Equal(5, TuneCounts.LongestCopy([.. known.Notes], [TuneTests.Of("C4:3"), known]).Notes);
    }

    private static Note[] Notes(string text) => [.. text.Split(' ').Select(Note.Parse)];
}
