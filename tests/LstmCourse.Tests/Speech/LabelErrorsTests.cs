using LstmCourse.Speech;

namespace LstmCourse.Tests.Speech;

public sealed class LabelErrorsTests
{
    // Worked by hand; the last is kitten and sitting.
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("123", "123", 0)]
    [InlineData("123", "", 3)]
    [InlineData("", "12", 2)]
    [InlineData("123", "13", 1)]
    [InlineData("13", "123", 1)]
    [InlineData("12", "21", 2)]
    [InlineData("77", "7", 1)]
    [InlineData("1234", "5123", 2)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_the_fewest_edits(string said, string understood, int edits) =>
        Assert.Equal(edits, LabelErrors.Distance(Labels(said), Labels(understood)));

    // One deletion, one replacement and one insertion for 3 + 2 labels.
    [Fact]
    public void The_rate_is_for_each_label_that_was_said() =>
        Assert.Equal(3 / 5.0, LabelErrors.Rate([(Labels("123"), Labels("13")), (Labels("45"), Labels("467"))]), 12);

    [Fact]
    public void The_rate_can_exceed_one() => Assert.Equal(3, LabelErrors.Rate([(Labels("1"), Labels("234"))]), 12);

    [Fact]
    public void Where_nothing_was_said_there_is_no_rate() =>
        Assert.Contains("at least one label", Assert.Throws<ArgumentException>(
            () => LabelErrors.Rate([(Labels(""), Labels("1"))])).Message, StringComparison.Ordinal);

    private static int[] Labels(string text) => [.. text.Select(letter => (int)letter)];
}
