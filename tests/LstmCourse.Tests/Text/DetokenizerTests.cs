using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class DetokenizerTests
{
    [Theory]
    [InlineData("I don't think it's good, really.")]
    [InlineData("He said \"no way\" (and left); was it 50%?")]
    [InlineData("Wait... it cost $5!")]
    [InlineData("")]
    public void Joins_what_the_tokenizer_cut(string text) =>
        Assert.Equal(text, Detokenizer.Join(new WordTokenizer().Tokenize(text)));
}
