using LstmCourse.Series;
using LstmCourse.Tests.Series;
using LstmCourse.Training;
using TorchSharp;

namespace LstmCourse.Tests.Training;

[Collection("engine")]
public sealed class SeriesTrainingTests
{
    [Fact]
    public void A_linear_model_learns_that_tomorrow_is_one_more_than_today()
    {
        var days = TimeSeriesTests.Days(60).With("a", Enumerable.Range(0, 60).Select(day => day / 10.0));
        var windows = SeriesWindows.Of(days, past: 2, horizon: 1, target: "a");
        var (train, validation) = (windows.At([.. Enumerable.Range(0, 40)]), windows.At([.. Enumerable.Range(40, 18)]));
        torch.manual_seed(1);
        var model = torch.nn.Linear(2, 1);
        torch.Tensor Loss(SeriesWindows w) => (model.call(w.Inputs.flatten(1)) - w.Targets).square().mean();

        var history = Trainer.Fit(SeriesTraining.Task(model, Loss, train, validation, batchSize: 8),
            new() { Epochs = 60, LearningRate = 0.03 }, _ => { });

        Assert.True(history.Best.ValidationLoss < 1e-2, $"{history.Best}");
        Assert.Equal(Loss(validation).item<float>(), history.Best.ValidationLoss, 6);
    }

    [Fact]
    public void Each_epoch_shows_every_window_once_in_another_order()
    {
        var windows = SeriesWindows.Of(TimeSeriesTests.Days(30), past: 2, horizon: 1, target: "a");
        var task = SeriesTraining.Task(torch.nn.Linear(2, 1), w => w.Targets.mean(), windows, windows, batchSize: 5);

        var (first, second) = (task.Batches(1).SelectMany(batch => batch).ToArray(), task.Batches(2).SelectMany(batch => batch).ToArray());
        Assert.Equal(Enumerable.Range(0, 28), first.Order());
        Assert.Equal(Enumerable.Range(0, 28), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(task.Batches(2).SelectMany(batch => batch), second);
    }
}
