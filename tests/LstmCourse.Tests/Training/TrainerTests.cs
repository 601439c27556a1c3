using LstmCourse.Evaluation;
using LstmCourse.Evaluation.Baselines;
using LstmCourse.Models;
using LstmCourse.Text;
using LstmCourse.Training;
using TorchSharp;

namespace LstmCourse.Tests.Training;

[Collection("engine")]
public sealed class TrainerTests
{
    [Fact]
    public void An_lstm_learns_what_a_bag_of_words_cannot()
    {
        var model = OrderTask.Build();
        Trainer.Fit(OrderTask.For(model), OrderTask.Options(12), _ => { });

        var bag = BagOfWordsLogistic.Fit(OrderTask.Train.Texts, OrderTask.Train.Labels, 8, 0.01);
        Assert.True(
            Metrics.Accuracy(OrderTask.Validation.Labels, SentimentPredictor.Probabilities(model, OrderTask.Validation.Texts)) > 0.9);
        Assert.True(Metrics.Accuracy(OrderTask.Validation.Labels, OrderTask.Validation.Texts.Select(text => bag.Probability(text))) < 0.75);
    }

    [Fact]
    public void The_model_ends_with_the_weights_of_the_best_epoch()
    {
        var model = OrderTask.Build();
        var history = Trainer.Fit(OrderTask.For(model), OrderTask.Options(6), _ => { });

        var loss = SentimentTraining.Task(model, OrderTask.Train, OrderTask.Validation).Validate().Loss;
        Assert.Equal(history.Best.ValidationLoss, loss, 10);
        Assert.Equal(history.Epochs.Min(epoch => epoch.ValidationLoss), history.Best.ValidationLoss);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_number_of_threads_changes_no_bit(int threads)
    {
        var usual = torch.get_num_threads();
        try
        {
            torch.set_num_threads(2);
            var two = OrderTask.Build();
            Trainer.Fit(OrderTask.For(two), OrderTask.Options(2), _ => { });
            torch.set_num_threads(threads);
            var other = OrderTask.Build();
            Trainer.Fit(OrderTask.For(other), OrderTask.Options(2), _ => { });

            Assert.Equal(OrderTask.Weights(two), OrderTask.Weights(other));
        }
        finally
        {
            torch.set_num_threads(usual);
        }
    }

    [Fact]
    public void Cancelling_stops_after_the_batch_and_says_what_the_model_holds()
    {
        using var stop = new CancellationTokenSource();
        var model = OrderTask.Build();

        var error = Assert.Throws<OperationCanceledException>(() => Trainer.Fit(OrderTask.For(model), OrderTask.Options(50), epoch =>
        {
            if (epoch.Epoch == 2) stop.Cancel();
        }, stop.Token));

        Assert.Contains("stopped in epoch 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patience_ends_a_training_that_no_longer_improves()
    {
        var noise = new LabelledTexts(OrderTask.Validation.Texts, [.. OrderTask.Validation.Labels.Select((label, i) => (label + i) % 2)]);
        var model = OrderTask.Build();
        var history = Trainer.Fit(SentimentTraining.Task(model, OrderTask.Train, noise), OrderTask.Options(60) with { Patience = 3 }, _ =>
            { });

        Assert.True(history.Epochs.Count < 60);
        Assert.Equal(history.Best.Epoch + 3, history.Epochs.Count);
    }

    [Fact]
    public void Weight_decay_holds_the_weights_small()
    {
        var (free, held) = (OrderTask.Build(), OrderTask.Build());
        Trainer.Fit(OrderTask.For(free), OrderTask.Options(3), _ => { });
        Trainer.Fit(OrderTask.For(held), OrderTask.Options(3) with { WeightDecay = 0.5 }, _ => { });

        // Three epochs of six batches shrink every weight by 1 − 0.02·0.5, eighteen times over, besides what the loss does.
        Assert.InRange(Length(held) / Length(free), 0.7, 0.95);
    }

    [Fact]
    public void The_learning_rate_falls_along_half_a_cosine()
    {
        var (constant, cosine) = (OrderTask.Build(), OrderTask.Build());
        Trainer.Fit(OrderTask.For(constant), OrderTask.Options(2), _ => { });
        var history = Trainer.Fit(OrderTask.For(cosine), OrderTask.Options(2) with { Schedule = LearningRateSchedule.Cosine }, _ => { });
        var first = OrderTask.Build();
        Trainer.Fit(OrderTask.For(first), OrderTask.Options(1), _ => { });

        Assert.Equal([0.02, 0.01], history.Epochs.Select(epoch => epoch.LearningRate));
        // Both went the same way for an epoch; from there on the one with half the rate gets about half as far.
        Assert.InRange(Distance(first, cosine) / Distance(first, constant), 0.35, 0.65);
    }

    [Fact]
    public void The_learning_rate_halves_after_each_epoch_that_is_no_better()
    {
        var noise = new LabelledTexts(OrderTask.Validation.Texts, [.. OrderTask.Validation.Labels.Select((label, i) => (label + i) % 2)]);
        var history = Trainer.Fit(
            SentimentTraining.Task(OrderTask.Build(), OrderTask.Train, noise),
            OrderTask.Options(6) with { Schedule = LearningRateSchedule.HalveOnPlateau }, _ => { });

        var expected = 0.02;
        foreach (var epoch in history.Epochs)
        {
            Assert.Equal(expected, epoch.LearningRate);
            if (!epoch.IsBest) expected /= 2;
        }

        Assert.True(expected < 0.02);
    }

    [Fact]
    public void Clipping_bounds_what_a_step_of_plain_size_can_do()
    {
        var (free, clipped) = (OrderTask.Build(), OrderTask.Build());
        Trainer.Fit(OrderTask.For(free), OrderTask.Options(1) with { ClipNorm = null }, _ => { });
        Trainer.Fit(OrderTask.For(clipped), OrderTask.Options(1) with { ClipNorm = 1e-12 }, _ => { });

        // Adam divides by the gradient's own size, unless that lies far below its ε = 1e-8: then nothing moves.
        Assert.NotEqual(OrderTask.Weights(OrderTask.Build()), OrderTask.Weights(free));
        Assert.All(OrderTask.Weights(OrderTask.Build()).Zip(OrderTask.Weights(clipped)), pair =>
            Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void A_los_that_is_no_number_is_reported_with_what_to_do()
    {
        var model = OrderTask.Build();
        var task = OrderTask.For(model) with
        {
            Loss = batch =>
            new BatchLoss(torch.tensor(float.NaN, requires_grad: true), batch.Length, 1)
        };

        var error = Assert.Throws<InvalidOperationException>(() => Trainer.Fit(task, OrderTask.Options(1), _ => { }));

        Assert.Contains("Lower the learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_leaves_no_tensor_behind()
    {
        var model = OrderTask.Build();
        Trainer.Fit(OrderTask.For(model), OrderTask.Options(1), _ => { });
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = torch.Tensor.TotalCount;

        Trainer.Fit(OrderTask.For(model), OrderTask.Options(1), _ => { });
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private static double Distance(SentimentLstm a, SentimentLstm b) =>
        Math.Sqrt(OrderTask.Weights(a).Zip(OrderTask.Weights(b)).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));

    private static double Length(SentimentLstm model) => Math.Sqrt(OrderTask.Weights(model).Sum(weight => (double)weight * weight));
}

/// <summary>
/// Tests that count tensors, set the engine's threads or draw from its one generator of random numbers must not run beside others that
/// make tensors.
/// </summary>
[CollectionDefinition("engine", DisableParallelization = true)]
public sealed class EngineTests;
