using LstmCourse.Decoding;
using LstmCourse.Text;
using LstmCourse.Translation;

namespace LstmCourse.Tests.Translation;

[Collection("engine")]
public sealed class TranslatorTests
{
    [Theory]
    [InlineData(AttentionKind.None)]
    [InlineData(AttentionKind.Dot)]
    public void All_at_once_says_what_the_greedy_decoder_says_one_by_one(AttentionKind kind)
    {
        var model = EncoderDecoderTests.Model(kind, seed: 3);
        long[][] sources = [[4, 5, 6], [7], [9, 8, 7, 6, 5]];

        var together = Translator.Greedy(model, sources, maxWords: 6);

        var alone = sources.Select(source => Decoder.Greedy.Continue(
            Translator.Predictor(model, source), [], maxTokens: 6, stopToken: Vocabulary.EndId).Tokens.Where(id => id != Vocabulary.EndId));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Marks_that_are_no_words_never_come()
    {
        var said = Translator.Greedy(EncoderDecoderTests.Model(AttentionKind.Dot), [[4, 5, 6]], maxWords: 12)[0];
        Assert.All(said, id => Assert.True(id > Vocabulary.EndId));
        Assert.InRange(said.Length, 0, 12);
    }

    [Fact]
    public void Weights_have_a_row_for_each_word_that_sums_to_one()
    {
        var weights = Translator.Weights(EncoderDecoderTests.Model(AttentionKind.Dot), [4, 5, 6, 7], [8, 9, 3]);

        Assert.Equal(3, weights.Length);
        Assert.All(weights, row => Assert.Equal(4, row.Length));
        Assert.All(weights, row => Assert.Equal(1, row.Sum(), 1e-6));
    }

    [Fact]
    public void Without_attention_there_are_no_weights_to_show() =>
        Assert.Contains("with attention",
            Assert.Throws<ArgumentException>(() => Translator.Weights(EncoderDecoderTests.Model(AttentionKind.None), [4], [5])).Message,
            StringComparison.Ordinal);
}
