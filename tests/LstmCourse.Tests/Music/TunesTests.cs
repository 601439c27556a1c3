using System.Text.RegularExpressions;
using LstmCourse.Data;
using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public partial class TunesTests
{
    private const string Heading = "title,origin,date,key,metre,accidentals,notes\n";

    private static readonly Dictionary<string, string> Scales = new()
    {
        ["C major"] = "C D E F G A B",
        ["G major"] = "G A B C D E F#",
        ["D major"] = "D E F# G A B C#",
        ["A major"] = "A B C# D E F# G#",
        ["F major"] = "F G A Bb C D E",
        ["A minor"] = "A B C D E F G",
        ["E minor"] = "E F# G A B C D",
        ["B minor"] = "B C# D E F# G A",
        ["D minor"] = "D E F G A Bb C",
    };

    // The counts were taken with a script from the file.
    [Fact]
    public void The_course_has_ninety_two_tunes()
    {
        var tunes = Tunes.Load();

        Assert.Equal(92, tunes.Count);
        Assert.Equal(4003, tunes.Sum(tune => tune.Notes.Count));
        Assert.Equal(61, tunes.Count(tune => tune.Metre == new Metre(4, 4)));
        Assert.Equal(27, tunes.Count(tune => tune.Key.Name == "G major"));
        Assert.Equal((55, 81), (tunes.Min(tune => tune.Notes.Min(n => n.Pitch)), tunes.Max(tune => tune.Notes.Max(n => n.Pitch))));
        Assert.Equal(92, tunes.Select(tune => tune.Title).Distinct().Count());
    }

    // Read here once more from the text, by other rules than the library's: fractions in 48ths, and the names of each scale.
    [Fact]
    public void Every_bar_adds_up_and_every_pitch_is_of_the_key_or_a_stated_accidental()
    {
        foreach (var line in File.ReadLines(CourseData.PathOf("tunes.csv")).Skip(1))
        {
            var match = Row().Match(line);
            Assert.True(match.Success, line);
            var names = $"{Scales[match.Groups["key"].Value]} {match.Groups["accidentals"].Value}".Split(' ');
            var metre = match.Groups["metre"].Value.Split('/').Select(int.Parse).ToArray();
            var full = metre[0] * 4 * 48 / metre[1];
            var bars = match.Groups["notes"].Value.Split(" | ").Select(bar => bar.Split(' ')).ToArray();

            var lengths = bars.Select(bar => bar.Sum(note => In48Ths(note.Split(':')[1]))).ToArray();
            Assert.All(lengths[1..^1], length => Assert.Equal(full, length));
            Assert.True((lengths[0] == full && lengths[^1] == full) || lengths[0] + lengths[^1] == full, line);
            Assert.All(bars.SelectMany(bar => bar), note => Assert.Contains(note.Split(':')[0][..^1], names));
        }

        static int In48Ths(string length) =>
            length.Split('/').Select(int.Parse).ToArray() is var parts && parts.Length == 2 ? 48 * parts[0] / parts[1] : 48 * parts[0];
    }

    // An extract of the file that everybody can sing.
    [Fact]
    public void The_ode_to_joy_is_the_ode_to_joy()
    {
        var ode = Tunes.Load().Single(tune => tune.Title == "Ode to Joy");

        Assert.Equal([66, 66, 67, 69, 69, 67, 66, 64, 62, 62, 64, 66, 66, 64, 64], ode.Notes.Take(15).Select(note => note.Pitch));
        Assert.Equal([1.5, 0.5, 2], ode.Bars[3].Select(note => note.Quarters));
        Assert.Equal("Ode to Joy (Ludwig van Beethoven (d. 1827), 1824)", ode.ToString());
    }

    [Theory]
    [InlineData("X,a,b,G major,3/4,,G4:3 | G4:2", "line 2 (X): bar 2 of 2 does not add up: its notes last 2 quarters, expected 3")]
    [InlineData("X,a,b,G major,3/4,,G4:3 | F4:3", "line 2 (X): F4:3 lies outside G major. If it is meant, name it among the accidentals")]
    [InlineData("X,a,b,G major,3/4,Q,G4:3", "line 2 (X): expected accidentals such as \"F# C#\", got \"Q\"")]
    [InlineData("X,a,b,G major,3/4,,G4:x", "line 2 (X): expected a length in quarter notes")]
    [InlineData("X,a,b,G major,3/4,,K4:3", "line 2 (X): expected a pitch such as G4")]
    [InlineData("X,a,b,G,3/4,,G4:3", "line 2 (X): expected a key such as")]
    [InlineData("X,a,b,G major,3,,G4:3", "line 2 (X): expected a metre such as")]
    [InlineData("X,a,b,G major", "line 2: expected 7 fields, got 4")]
    [InlineData("\"X,a,b", "line 2: a quotation mark is opened and never closed")]
    public void A_mistake_is_named_with_its_line(string row, string message) => WithFile(Heading + row + "\n", path =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Tunes.Load(path)).Message));

    [Fact]
    public void A_stated_accidental_is_allowed_and_another_heading_is_not()
    {
        WithFile(Heading + "X,a,b,G major,3/4,F,G4:3 | F4:3\n", path => Assert.Equal(2, Tunes.Load(path).Single().Notes.Count));
        WithFile("title,notes\nX,G4:3\n", path => Assert.Contains(
            "expected the columns title, origin, date, key, metre, accidentals, notes, got title, notes",
            Assert.Throws<InvalidDataException>(() => Tunes.Load(path)).Message));
        WithFile("", path => Assert.Throws<InvalidDataException>(() => Tunes.Load(path)));
        Assert.Throws<FileNotFoundException>(() => Tunes.Load("nowhere.csv"));
    }

    private static void WithFile(string content, Action<string> test)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            test(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(@"^(""[^""]+""|[^,""]+),(""[^""]+""|[^,""]+),[^,]+,"
        + @"(?<key>[A-G] m\w+),(?<metre>\d/\d),(?<accidentals>[^,]*),(?<notes>[^,]+)$")]
    private static partial Regex Row();
}
