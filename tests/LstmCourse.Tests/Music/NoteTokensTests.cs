using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class NoteTokensTests
{
    // Pitches 62 to 71, in any key 57 to 77: ids 1 to 21. Lengths 1/2, 1, 2, 3: ids 0 to 3. Metres 3/4 and 6/8: ids 4 and 5.
    private static readonly Tune Waltz = TuneTests.Of("D4:1 | G4:2 B4:1/2 G4:1/2 | G4:2"), Jig = TuneTests.Of("G4:3", "6/8");

    private static readonly NoteTokens Tokens = new([Waltz, Jig]);

    [Fact]
    public void The_alphabets_hold_what_the_tunes_have_in_any_key()
    {
        Assert.Equal(22, Tokens.PitchCount);
        Assert.Equal([240, 480, 960, 1440], Tokens.Lengths);
        Assert.Equal((4, 6), (Tokens.LengthCount, Tokens.LengthInputCount));
        Assert.Equal(12, NoteTokens.Shifts.Select(shift => (shift + 12) % 12).Distinct().Count());
    }

    [Fact]
    public void A_tune_becomes_two_rows_between_edges()
    {
        var (pitches, lengths) = Tokens.Encode(Waltz);

        Assert.Equal([0, 6, 11, 15, 11, 11, 0], pitches);
        Assert.Equal([4, 1, 2, 0, 0, 2, -100], lengths);
        Assert.Equal([0, 1, 6, 10, 6, 6, 0], Tokens.Encode(Waltz, -5).PitchIds);
        Assert.Equal(5, Tokens.Encode(Jig).LengthIds[0]);
        Assert.Equal(Waltz.Notes, pitches[1..^1].Zip(lengths[1..^1], Tokens.NoteOf));
    }

    [Fact]
    public void What_no_tune_has_is_refused()
    {
        Assert.StartsWith("Expected a pitch from 57 (A3) to 77 (F5), got 78. Was the tune transposed too far?",
            Assert.Throws<ArgumentException>(() => Tokens.Encode(Waltz, 7)).Message);
        Assert.StartsWith("Expected one of the lengths 1/2, 1, 2, 3, got 1/4.",
            Assert.Throws<ArgumentException>(() => Tokens.LengthId(120)).Message);
        Assert.StartsWith("Expected one of the metres 3/4, 6/8, got 4/4.",
            Assert.Throws<ArgumentException>(() => Tokens.MetreId(new Metre(4, 4))).Message);
        Assert.Throws<ArgumentException>(() => new NoteTokens([]));
    }

    [Fact]
    public void A_batch_reads_a_place_before_it_says_and_skips_the_filling()
    {
        var batch = NoteBatch.Of(Tokens, (Waltz, 0), (Jig, 1));

        Assert.Equal([2, 6], batch.Pitches.shape);
        Assert.Equal(6, batch.Notes);
        Assert.Equal([0, 6, 11, 15, 11, 11, 0, 12, 0, 0, 0, 0], batch.Pitches.data<long>());
        Assert.Equal([6, 11, 15, 11, 11, 0, 12, 0, -100, -100, -100, -100], batch.NextPitches.data<long>());
        Assert.Equal([4, 1, 2, 0, 0, 2, 5, 3, 0, 0, 0, 0], batch.Lengths.data<long>());
        Assert.Equal([1, 2, 0, 0, 2, -100, 3, -100, -100, -100, -100, -100], batch.NextLengths.data<long>());
        Assert.Throws<ArgumentException>(() => NoteBatch.Of(Tokens));
    }
}
