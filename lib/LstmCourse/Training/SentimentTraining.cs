using LstmCourse.Evaluation;
using LstmCourse.Models;
using LstmCourse.Text;
using static TorchSharp.torch;

namespace LstmCourse.Training;

/// <summary>Trains models that say how probable it is that a text is positive.</summary>
public static class SentimentTraining
{
    /// <summary>Binary cross-entropy over batches of similar length, validated by loss and accuracy.</summary>
    /// <param name="model">The model, built outside of any dispose scope.</param>
    /// <param name="train">What to learn from.</param>
    /// <param name="validation">What to choose the best epoch by.</param>
    /// <param name="batchSize">Texts in a batch.</param>
    /// <param name="seed">Where the order of the batches begins.</param>
    /// <param name="padding">The side that is filled; anything but the right one is an experiment.</param>
    /// <param name="length">The number of time steps of every batch; null for the longest text of each.</param>
    public static TrainingTask<int[]> Task(
        nn.Module<Tensor, Tensor, ClassifierOutput> model, LabelledTexts train, LabelledTexts validation, int batchSize = 32, int seed = 42,
        Side padding = Side.Right, int? length = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        int[] lengths = [.. train.Texts.Select(text => text.Length)];
        return new TrainingTask<int[]>(
            model,
            epoch => LengthBuckets.Batches(lengths, batchSize, seed, epoch),
            chosen =>
            {
                var batch = TextBatch.Of(chosen.Select(i => train.Texts[i]), padding, length, device: Devices.Of(model));
                var labels = tensor(chosen.Select(i => (float)train.Labels[i]).ToArray(), device: Devices.Of(model));
                var output = model.call(batch.Tokens, batch.Lengths);
                var loss = nn.functional.binary_cross_entropy_with_logits(output.Logits, labels);
                return new BatchLoss(loss, chosen.Length, chosen.Sum(i => (long)lengths[i]));
            },
            () => Score(validation.Labels, SentimentPredictor.Probabilities(model, validation.Texts, padding, length)));
    }

    private static ValidationScore Score(IReadOnlyList<int> labels, double[] probabilities) =>
        new(Metrics.BinaryCrossEntropy(labels, probabilities), Metrics.Accuracy(labels, probabilities));
}
