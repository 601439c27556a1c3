using LstmCourse.Models;
using LstmCourse.Text;
using static TorchSharp.torch;

namespace LstmCourse.Training;

/// <summary>Trains and scores models that say how probable it is that a text is positive.</summary>
public static class SentimentTraining
{
    private const int ScoringBatch = 64;

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
            batch =>
            {
                var texts = TextTensors.Of(train, batch, padding, length, Devices.Of(model));
                var output = model.call(texts.Tokens, texts.Lengths);
                var loss = nn.functional.binary_cross_entropy_with_logits(output.Logits, texts.Labels);
                return new BatchLoss(loss, batch.Length, batch.Sum(i => (long)lengths[i]));
            },
            () => Score(validation, Probabilities(model, validation, padding, length)));
    }

    /// <summary>The probability of label 1 for each text, in their order. The model is switched to evaluation mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The texts; their labels are not looked at.</param>
    /// <param name="padding">The side that is filled.</param>
    /// <param name="length">The number of time steps; null for the longest text of each batch.</param>
    public static double[] Probabilities(
        nn.Module<Tensor, Tensor, ClassifierOutput> model, LabelledTexts data, Side padding = Side.Right, int? length = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        model.eval();
        var probabilities = new double[data.Count];
        using var inference = no_grad();
        foreach (var batch in Enumerable.Range(0, data.Count).OrderBy(i => data.Texts[i].Length).Chunk(ScoringBatch))
        {
            using var scope = NewDisposeScope();
            var texts = TextTensors.Of(data, batch, padding, length, Devices.Of(model));
            var scores = model.call(texts.Tokens, texts.Lengths).Logits.sigmoid().cpu().data<float>().ToArray();
            for (var i = 0; i < batch.Length; i++) probabilities[batch[i]] = scores[i];
        }

        return probabilities;
    }

    private static ValidationScore Score(LabelledTexts data, double[] probabilities)
    {
        const double Tiny = 1e-7;
        var loss = data.Labels.Zip(probabilities, (label, p) => -SteadyMath.Log(Math.Clamp(label == 1 ? p : 1 - p, Tiny, 1))).Average();
        return new ValidationScore(loss, Metrics.Accuracy(data.Labels, probabilities));
    }
}
