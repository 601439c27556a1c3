using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class TextEncoderTests
{
    private readonly TextEncoder _encoder = new(WordTokenizer.ForReviews, Vocabulary.Build([["a", "good", "film"]]));

    [Fact]
    public void Counts_what_it_does_not_know()
    {
        var encoded = _encoder.Encode("A GOOD opera");
        Assert.Equal(["a", "good", "opera"], encoded.Tokens);
        Assert.Equal([4L, 6L, 1L], encoded.Ids);
        Assert.Equal(1, encoded.UnknownCount);
    }

    [Theory]
    [InlineData("  \u0000 <br />", "The text is empty")]
    [InlineData("qwertz yxcv", "None of the 2 tokens (qwertz yxcv) is in the vocabulary of 7")]
    public void Refuses_text_it_could_only_guess_about(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => _encoder.Encode(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_the_empty_text_of_a_corpus()
    {
        Assert.Contains("Text 1 is empty", Assert.Throws<ArgumentException>(() => _encoder.EncodeAll(["a film", "", "good"])).Message,
            StringComparison.Ordinal);
        Assert.Equal(2, _encoder.EncodeAll(["a film", "zzz"]).Count);
    }
}
