using LstmCourse.Training;
using LstmCourse.Translation;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Training;

[Collection("engine")]
public sealed class TranslationTrainingTests
{
    // The target is the source, from the last word to the first, in other words.
    private static readonly EncodedPair[] Pairs =
    [
        .. from a in Enumerable.Range(4, 5) from b in Enumerable.Range(4, 5) from c in Enumerable.Range(4, 5)
           select new EncodedPair([a, b, c], [c + 1, b + 1, a + 1, 3]),
    ];

    [Fact]
    public void A_model_with_attention_learns_to_turn_a_sentence_round()
    {
        manual_seed(1);
        var model = new EncoderDecoder(9, 10, AttentionKind.Dot, embeddingSize: 8, hiddenSize: 16);
        var (train, test) = (
            Pairs.Where((_, i) => (i + (i / 5)) % 5 != 0).ToArray(), Pairs.Where((_, i) => (i + (i / 5)) % 5 == 0).ToArray());

        Trainer.Fit(TranslationTraining.Task(model, train, test, batchSize: 10), new() { Epochs = 40, LearningRate = 0.02 }, _ => { });

        var said = Translator.Greedy(model, [.. test.Select(pair => pair.Source)], maxWords: 5);
        var right = said.Zip(test).Count(pair => pair.First.SequenceEqual(pair.Second.Target.SkipLast(1)));
        // A guess of three words is right in one case of 125.
        Assert.True(right >= 0.75 * test.Length, $"{right} of {test.Length}");
    }

    [Fact]
    public void The_loss_is_the_mean_over_words_whatever_the_batch()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var model = new EncoderDecoder(9, 10, AttentionKind.Dot, embeddingSize: 8, hiddenSize: 16);
        EncodedPair[] two = [new([4, 5, 6], [5, 6, 3]), new([4], [7, 3])];

        var apart = two.Select(pair => TranslationTraining.Loss(model, [pair]).ToDouble()).ToArray();
        Assert.Equal((3 * apart[0] + 2 * apart[1]) / 5, TranslationTraining.Loss(model, two).ToDouble(), 1e-5);
    }
}
