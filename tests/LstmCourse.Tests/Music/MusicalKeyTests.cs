using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class MusicalKeyTests
{
    [Theory]
    [InlineData("C major", "C D E F G A B")]
    [InlineData("G major", "G A B C D E F#")]
    [InlineData("Bb major", "Bb C D Eb F G A")]
    [InlineData("A minor", "A B C D E F G")]
    [InlineData("B minor", "B C# D E F# G A")]
    [InlineData("Cb major", "Cb Db Eb Fb Gb Ab Bb")]
    public void A_key_has_the_notes_of_its_scale(string name, string scale)
    {
        var key = MusicalKey.Parse(name);
        var classes = scale.Split(' ').Select(note => Pitches.Parse(note + "4") % 12).ToHashSet();

        Assert.All(Enumerable.Range(0, 128), pitch => Assert.Equal(classes.Contains(pitch % 12), key.Contains(pitch)));
        Assert.Equal(name, key.ToString());
    }

    [Theory]
    [InlineData("G")]
    [InlineData("H major")]
    [InlineData("G dorian")]
    [InlineData("")]
    public void Another_name_is_refused(string name) => Assert.Equal(
        $"expected a key such as \"G major\" or \"Bb minor\", got \"{name}\".",
        Assert.Throws<FormatException>(() => MusicalKey.Parse(name)).Message);
}
