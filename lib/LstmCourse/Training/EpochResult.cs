using System.Globalization;

namespace LstmCourse.Training;

/// <summary>What one epoch brought.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="TrainingLoss">The mean loss over the epoch's batches, measured while the weights were changing.</param>
/// <param name="ValidationLoss">The loss on the validation data after the epoch.</param>
/// <param name="ValidationMetric">The metric on the validation data after the epoch; null if there is none.</param>
/// <param name="LearningRate">The step size in this epoch.</param>
/// <param name="TokensPerSecond">How many tokens were trained on in a second; differs from run to run.</param>
/// <param name="IsBest">Whether its validation score is the best so far.</param>
public sealed record EpochResult(
    int Epoch, double TrainingLoss, double ValidationLoss, double? ValidationMetric, double LearningRate, double TokensPerSecond,
    bool IsBest)
{
    /// <summary>One line for a progress display, without times, so that it is the same in every run.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"epoch {Epoch,2}  training loss {TrainingLoss:0.0000}  validation loss "
            + $"{ValidationLoss:0.0000}{(ValidationMetric is null ? "" : $"  metric {ValidationMetric:0.0000}")}{(IsBest ? "  *" : "")}");
}
