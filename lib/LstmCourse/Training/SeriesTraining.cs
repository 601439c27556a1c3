using LstmCourse.Series;
using TorchSharp;

namespace LstmCourse.Training;

/// <summary>Trains models on the windows of a time series.</summary>
public static class SeriesTraining
{
    /// <summary>Shuffled batches of windows, validated by the same loss on all validation windows at once.</summary>
    /// <param name="model">The model, built outside of any dispose scope.</param>
    /// <param name="loss">The mean loss of some windows: a tensor of one element, through which gradients flow.</param>
    /// <param name="train">The windows to learn from.</param>
    /// <param name="validation">The windows to choose the best epoch by.</param>
    /// <param name="batchSize">Windows in a batch.</param>
    /// <param name="seed">Where the order of the batches begins.</param>
    public static TrainingTask<int[]> Task(
        torch.nn.Module model, Func<SeriesWindows, torch.Tensor> loss, SeriesWindows train, SeriesWindows validation, int batchSize = 32,
        int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        int[] lengths = [.. Enumerable.Repeat(train.Past, train.Count)];
        return new TrainingTask<int[]>(
            model,
            epoch => LengthBuckets.Batches(lengths, batchSize, seed, epoch),
            batch => new BatchLoss(loss(train.At(batch)), batch.Length, (long)batch.Length * train.Past),
            () => new ValidationScore(loss(validation).ToDouble()));
    }
}
