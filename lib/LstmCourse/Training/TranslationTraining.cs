using LstmCourse.Text;
using LstmCourse.Translation;
using TorchSharp;

namespace LstmCourse.Training;

/// <summary>Trains models that translate.</summary>
public static class TranslationTraining
{
    /// <summary>
    /// Cross-entropy of each word of the target, given the right words before it (teacher forcing), validated by the same loss.
    /// </summary>
    /// <param name="model">The model, built outside of any dispose scope.</param>
    /// <param name="train">The pairs to learn from.</param>
    /// <param name="validation">The pairs to choose the best epoch by.</param>
    /// <param name="batchSize">Pairs in a batch.</param>
    /// <param name="seed">Where the order of the batches begins.</param>
    public static TrainingTask<int[]> Task(
        EncoderDecoder model, IReadOnlyList<EncodedPair> train, IReadOnlyList<EncodedPair> validation, int batchSize = 64, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        int[] lengths = [.. train.Select(pair => pair.Target.Length)];
        return new TrainingTask<int[]>(
            model,
            epoch => LengthBuckets.Batches(lengths, batchSize, seed, epoch),
            batch =>
            {
                var words = batch.Sum(i => (long)lengths[i]);
                return new BatchLoss(Loss(model, [.. batch.Select(i => train[i])]), words, words);
            },
            () => new ValidationScore(Loss(model, validation).ToDouble()));
    }

    /// <summary>The mean of −ln P over the words of the targets, padding left out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">The pairs, at least one.</param>
    /// <returns>A tensor of one element, through which gradients flow.</returns>
    public static torch.Tensor Loss(EncoderDecoder model, IReadOnlyList<EncodedPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pairs);
        var (read, say) = TextBatch.Shifted([.. pairs.Select(pair => pair.Target)]);
        var logits = model.call(TextBatch.Of(pairs.Select(pair => pair.Source)), read.Tokens).Logits;       // (batch, target, word)
        return torch.nn.functional.cross_entropy(logits.flatten(0, 1), say.Tokens.flatten(), ignore_index: Vocabulary.PadId);
    }
}
