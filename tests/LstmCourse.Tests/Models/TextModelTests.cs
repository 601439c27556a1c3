using LstmCourse.Evaluation;
using LstmCourse.Models;
using LstmCourse.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Models;

[Collection("engine")]
public sealed class TextModelTests
{
    [Theory]
    [InlineData(Readout.Last)]
    [InlineData(Readout.Mean)]
    [InlineData(Readout.Max)]
    public void Padding_never_changes_a_masked_answer(Readout readout)
    {
        using var scope = NewDisposeScope();
        var model = Sentiment(new SentimentOptions { VocabularySize = 9, Readout = readout });

        var alone = model.call(tensor(new long[] { 4, 5, 6 }, [1, 3]), tensor(new long[] { 3 })).Logits;
        var padded = model.call(tensor(new long[] { 4, 5, 6, 0, 0, 7, 8, 4, 5, 6 }, [2, 5]), tensor(new long[] { 3, 5 })).Logits;

        Assert.Equal(alone[0].ToSingle(), padded[0].ToSingle(), 1e-5f);
    }

    [Fact]
    public void Unmasked_padding_changes_the_last_state()
    {
        using var scope = NewDisposeScope();
        var model = Sentiment(new SentimentOptions { VocabularySize = 9, Masked = false });

        var alone = model.call(tensor(new long[] { 4, 5, 6 }, [1, 3]), tensor(new long[] { 3 })).Logits;
        var padded = model.call(tensor(new long[] { 4, 5, 6, 0, 0 }, [1, 5]), tensor(new long[] { 3 })).Logits;

        Assert.True(Math.Abs(alone[0].ToSingle() - padded[0].ToSingle()) > 1e-3);
    }

    [Fact]
    public void Shapes_are_as_documented()
    {
        using var scope = NewDisposeScope();
        var (tokens, lengths) = (tensor(new long[] { 4, 5, 6, 0, 7, 8, 4, 5 }, [2, 4]), tensor(new long[] { 3, 4 }));
        var sentiment = Sentiment(new SentimentOptions { VocabularySize = 9, HiddenSize = 12 }).call(tokens, lengths);
        var stacked = new StackedSentimentLstm(9, 6, 8, 5).call(tokens, lengths);
        var classifier = new LstmClassifier(3, 7, classes: 4, layers: 2).call(zeros(2, 5, 3));
        var next = new NextWordLstm(9, 6, 8).call(tokens, null);

        Assert.Equal([2], sentiment.Logits.shape);
        Assert.Equal([2, 12], sentiment.Features.shape);
        Assert.Equal([2, 5], stacked.Features.shape);
        Assert.Equal([2, 4], classifier.Logits.shape);
        Assert.Equal([2, 5, 14], classifier.Output.shape);
        Assert.Equal([2, 14], classifier.Features.shape);
        Assert.Equal([2, 4, 9], next.Logits.shape);
        Assert.Equal([1, 2, 8], next.CellState.shape);
    }

    [Fact]
    public void The_lstm_of_the_standard_model_has_25088_parameters()
    {
        var model = new SentimentLstm(new SentimentOptions { VocabularySize = 5000 });

        Assert.Equal(25_088, model.named_parameters().Where(p => p.name.StartsWith("lstm.", StringComparison.Ordinal))
            .Sum(p => p.parameter.numel()));
    }

    [Fact]
    public void Bad_input_says_what_was_expected()
    {
        using var scope = NewDisposeScope();
        var model = Sentiment(new SentimentOptions { VocabularySize = 9 });
        var good = tensor(new long[] { 4, 5, 6 }, [1, 3]);

        Assert.Contains("(batch, time), got [3]", Message(() => model.call(tensor(new long[] { 4, 5, 6 }), tensor(new long[] { 3 }))),
            StringComparison.Ordinal);
        Assert.Contains("type Int64", Message(() => model.call(good.to(ScalarType.Float32), tensor(new long[] { 3 }))),
            StringComparison.Ordinal);
        Assert.Contains("from 0 to 8, got 9", Message(() => model.call(tensor(new long[] { 9 }, [1, 1]), tensor(new long[] { 1 }))),
            StringComparison.Ordinal);
        Assert.Contains("lengths from 1 to 3", Message(() => model.call(good, tensor(new long[] { 4 }))), StringComparison.Ordinal);
        Assert.Contains("feature = 3, got [2, 5, 4]", Message(() => new LstmClassifier(3, 7, 2).call(zeros(2, 5, 4))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_word_by_word_with_the_state_handed_on_is_the_same_as_reading_at_once()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var model = new NextWordLstm(9, 6, 8);
        model.eval();
        long[] text = [2, 4, 5, 6, 7];
        var atOnce = model.call(tensor(text, [1, 5]), null);

        (Tensor, Tensor)? state = null;
        var last = atOnce;
        foreach (var id in text)
        {
            last = model.call(tensor(new[] { id }, [1, 1]), state);
            state = (last.HiddenState, last.CellState);
        }

        Assert.True(allclose(atOnce.Logits[0, -1], last.Logits[0, -1], 1e-5, 1e-6));
    }

    [Fact]
    public void A_next_word_model_learns_a_verse_and_shows_its_context_helps()
    {
        manual_seed(1);
        var model = new NextWordLstm(9, 8, 16);
        long[][] verse = [.. Enumerable.Repeat<long[]>([4, 5, 6, 4, 7, 8, 3], 4)];
        Trainer.Fit(NextWordTraining.Task(model, verse, verse, batchSize: 2), new TrainerOptions { Epochs = 60, LearningRate = 0.02 },
            _ => { });

        Assert.True(NextWordEvaluation.Perplexity(model, verse) < 1.2);
        Assert.Equal(1, NextWordEvaluation.TopAccuracy(model, verse, 1), 3);
        Assert.True(NextWordEvaluation.PerplexityWithContext(model, verse, 1) > NextWordEvaluation.PerplexityWithContext(model, verse, 10));
    }

    private static SentimentLstm Sentiment(SentimentOptions options)
    {
        manual_seed(3);
        var model = new SentimentLstm(options);
        model.eval();
        return model;
    }

    private static string Message(Func<object> call) => Assert.Throws<ArgumentException>(() => call()).Message;
}
