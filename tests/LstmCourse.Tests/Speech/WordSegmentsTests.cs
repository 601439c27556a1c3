using LstmCourse.Speech;

namespace LstmCourse.Tests.Speech;

public sealed class WordSegmentsTests
{
    private static readonly float[][] Speech = [.. "..11.11...1..11".Select(mark => new float[] { mark == '.' ? -5 : 1, -1 })];

    [Fact]
    public void Loud_runs_are_words() =>
        Assert.Equal([(2, 4), (5, 7), (10, 11), (13, 15)], WordSegments.Find(Speech, loud: -1, pause: 1, word: 1));

    [Fact]
    public void A_short_pause_does_not_part_a_word() =>
        Assert.Equal([(2, 7), (10, 11), (13, 15)], WordSegments.Find(Speech, loud: -1, pause: 2, word: 1));

    [Fact]
    public void A_short_run_is_no_word() =>
        Assert.Equal([(2, 7), (13, 15)], WordSegments.Find(Speech, loud: -1, pause: 2, word: 2));

    [Fact]
    public void In_silence_there_is_none() => Assert.Empty(WordSegments.Find(Speech, loud: 2, pause: 2, word: 1));
}
