using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("He said \"stop.\" Then he left.", "He said \"stop.\"|Then he left.")]
    [InlineData("It cost 3.50 at Dr. Hale's, i.e. too much.", "It cost 3.50 at Dr. Hale's, i.e. too much.")]
    [InlineData("Wait... what? No.", "Wait... what?|No.")]
    [InlineData("So... Then it ended.", "So...|Then it ended.")]
    [InlineData("\"Is it?\" she asked.", "\"Is it?\" she asked.")]
    [InlineData("", "")]
    public void Ends_sentences_where_a_reader_would(string paragraph, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Sentences(paragraph)));
}
