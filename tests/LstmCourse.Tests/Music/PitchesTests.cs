using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class PitchesTests
{
    // The table of the MIDI standard: C4 is 60, and C-1 is 0.
    [Theory]
    [InlineData("C4", 60)]
    [InlineData("A4", 69)]
    [InlineData("Bb3", 58)]
    [InlineData("C#5", 73)]
    [InlineData("Cb4", 59)]
    [InlineData("B#4", 72)]
    [InlineData("C0", 12)]
    [InlineData("G9", 127)]
    public void A_pitch_has_the_number_of_its_piano_key(string name, int number) => Assert.Equal(number, Pitches.Parse(name));

    [Fact]
    public void Every_number_has_a_name_that_is_read_as_that_number() =>
        Assert.All(Enumerable.Range(12, 116), pitch => Assert.Equal(pitch, Pitches.Parse(Pitches.NameOf(pitch))));

    [Theory]
    [InlineData(69, 440)]
    [InlineData(57, 220)]
    [InlineData(60, 261.6256)]
    [InlineData(64, 329.6276)]
    public void Frequencies_are_those_of_equal_temperament(int pitch, double hertz) =>
        Assert.Equal(hertz, Pitches.FrequencyOf(pitch), 4);
}
