using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class NoteTests
{
    [Theory]
    [InlineData("C4:1", 60, 480)]
    [InlineData("F#4:3/2", 66, 720)]
    [InlineData("Bb3:1/4", 58, 120)]
    [InlineData("A0:12", 21, 5760)]
    [InlineData("D5:1/3", 74, 160)]
    public void A_note_is_a_pitch_and_a_length_in_quarters(string text, int pitch, int ticks) =>
        Assert.Equal(new Note(pitch, ticks), Note.Parse(text));

    [Theory]
    [InlineData("C4:1")]
    [InlineData("F#4:3/2")]
    [InlineData("A#5:1/4")]
    [InlineData("G9:5/2")]
    public void What_is_written_is_read_again(string text) => Assert.Equal(text, Note.Parse(text).ToString());

    [Theory]
    [InlineData("C4", "expected a note as pitch and length, such as G4:1 or F#4:3/2, got \"C4\".")]
    [InlineData("H4:1", "expected a pitch such as G4, F#4 or Bb3, got \"H4\".")]
    [InlineData("g4:1", "expected a pitch such as G4, F#4 or Bb3, got \"g4\".")]
    [InlineData("C##4:1", "expected a pitch such as G4, F#4 or Bb3, got \"C##4\".")]
    [InlineData("G#9:1", "expected a pitch such as G4, F#4 or Bb3, got \"G#9\".")]
    [InlineData("C4:0", "expected a length in quarter notes, above 0, such as 1, 3/2 or 1/4, got \"0\" in \"C4:0\".")]
    [InlineData("C4:1/0", "expected a length in quarter notes, above 0, such as 1, 3/2 or 1/4, got \"1/0\" in \"C4:1/0\".")]
    [InlineData("C4:-1", "expected a length in quarter notes, above 0, such as 1, 3/2 or 1/4, got \"-1\" in \"C4:-1\".")]
    [InlineData("C4:0.5", "expected a length in quarter notes, above 0, such as 1, 3/2 or 1/4, got \"0.5\" in \"C4:0.5\".")]
    [InlineData("C4:1/7", "expected a length in quarter notes, above 0, such as 1, 3/2 or 1/4, got \"1/7\" in \"C4:1/7\".")]
    public void What_is_no_note_is_refused_in_a_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Note.Parse(text)).Message);

    [Fact]
    public void A_note_is_transposed_by_semitones() => Assert.Equal(Note.Parse("Eb5:2"), Note.Parse("C5:2").Transposed(3));
}
