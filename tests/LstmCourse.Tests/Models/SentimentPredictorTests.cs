using LstmCourse.Models;
using LstmCourse.Text;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Models;

[Collection("engine")]
public sealed class SentimentPredictorTests
{
    private static readonly TextEncoder Encoder = new(
        WordTokenizer.ForReviews, Vocabulary.Build([["good", "film"], ["bad", "film"]], maxSize: 10, minimumCount: 1));

    [Fact]
    public void A_text_of_known_words_gets_the_models_probability()
    {
        var model = Model();
        var prediction = new SentimentPredictor(Encoder, model).Predict("good film");

        using var scope = NewDisposeScope();
        var ids = Encoder.Encode("good film").Ids;
        var expected = model.call(tensor(ids, [1, 2]), tensor(new long[] { 2 })).Logits.sigmoid()[0].item<float>();
        Assert.Equal(expected, prediction.Probability, 6);
        Assert.Equal(1, prediction.KnownShare);
        Assert.True(prediction.IsTrusted);
    }

    [Fact]
    public void Where_too_few_words_are_known_there_is_no_answer()
    {
        var prediction = new SentimentPredictor(Encoder, Model(), minimumKnownShare: 0.5).Predict("zxqy blorp film");

        Assert.Equal(1 / 3.0, prediction.KnownShare, 12);
        Assert.False(prediction.IsTrusted);
        Assert.Equal("no answer: only 33 % of the words are known", prediction.ToString());
    }

    [Fact]
    public void The_order_of_texts_changes_no_probability()
    {
        var model = Model();
        long[][] texts = [[4, 5, 6, 4, 5], [6], [5, 5]];
        var one = SentimentPredictor.Probabilities(model, texts);
        var other = SentimentPredictor.Probabilities(model, [texts[2], texts[0], texts[1]]);

        Assert.Equal([one[2], one[0], one[1]], other);
    }

    private static SentimentLstm Model()
    {
        manual_seed(3);
        return new SentimentLstm(new SentimentOptions { VocabularySize = Encoder.Vocabulary.Count, HiddenSize = 8, EmbeddingSize = 4 });
    }
}
