using LstmCourse.Charts;
using LstmCourse.Display;

namespace LstmCourse.Training;

/// <summary>The epochs of one training, and which of them the model's weights are from.</summary>
/// <param name="Epochs">The epochs in order.</param>
public sealed record TrainingHistory(IReadOnlyList<EpochResult> Epochs)
{
    /// <summary>The epoch with the best validation score, whose weights the model holds at the end.</summary>
    public EpochResult Best => Epochs.Last(epoch => epoch.IsBest);

    /// <summary>The losses by epoch as curves: where they part, the model begins to learn the training data by heart.</summary>
    /// <param name="title">The chart's title.</param>
    public CourseChart LearningCurves(string title = "Learning curves") => Plots.LearningCurves(
        Epochs.Select(epoch => epoch.TrainingLoss), Epochs.Select(epoch => epoch.ValidationLoss), new ChartOptions { Title = title });

    /// <summary>The epochs as a table.</summary>
    /// <param name="metric">What the metric is called.</param>
    public Table ToTable(string metric = "metric") => new(
        ["epoch", "training loss", "validation loss", metric, "best"],
        Epochs.Select(epoch =>
        new object?[] { epoch.Epoch, epoch.TrainingLoss, epoch.ValidationLoss, epoch.ValidationMetric, epoch == Best ? "*" : "" }),
        "0.0000");
}
