using LstmCourse.Evaluation;
using LstmCourse.Models;
using LstmCourse.Text;

namespace LstmCourse.Training;

/// <summary>Trains models that predict the next word at every step of a text.</summary>
public static class NextWordTraining
{
    /// <summary>Cross-entropy over all words but padding, validated by the loss; perplexity is its exponential.</summary>
    /// <param name="model">The model, built outside of any dispose scope.</param>
    /// <param name="train">
    /// Texts as word ids, each with at least one; the model reads <see cref="Vocabulary.BeginId"/> before the first.
    /// </param>
    /// <param name="validation">Texts to choose the best epoch by.</param>
    /// <param name="batchSize">Texts in a batch.</param>
    /// <param name="seed">Where the order of the batches begins.</param>
    public static TrainingTask<int[]> Task(
        NextWordLstm model, IReadOnlyList<long[]> train, IReadOnlyList<long[]> validation, int batchSize = 8, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        int[] lengths = [.. train.Select(text => text.Length)];
        return new TrainingTask<int[]>(
            model,
            epoch => LengthBuckets.Batches(lengths, batchSize, seed, epoch),
            batch =>
            {
                var (inputs, targets) = TextBatch.Shifted([.. batch.Select(i => train[i])], Devices.Of(model));
                var logits = model.call(inputs.Tokens, null).Logits;                // (batch, time, vocabulary)
                var words = batch.Sum(i => (long)lengths[i]);
                return new BatchLoss(NextWordEvaluation.CrossEntropy(logits, targets.Tokens), words, words);
            },
            () => new ValidationScore(NextWordEvaluation.MeanNegativeLogLikelihood(model, validation)));
    }
}
