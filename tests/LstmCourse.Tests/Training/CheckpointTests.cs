using LstmCourse.Models;
using LstmCourse.Training;

namespace LstmCourse.Tests.Training;

[Collection("engine")]
public sealed class CheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoint").FullName;

    private string Checkpoint => Path.Combine(_folder, "state.checkpoint");

    [Fact]
    public void A_training_that_was_stopped_goes_on_to_the_same_bits()
    {
        var unbroken = OrderTask.Build();
        Trainer.Fit(OrderTask.For(unbroken), OrderTask.Options(5), _ => { });

        Trainer.Fit(OrderTask.For(OrderTask.Build()), OrderTask.Options(2) with { CheckpointPath = Checkpoint }, _ => { });
        var second = OrderTask.Build(seed: 99);
        Trainer.Fit(OrderTask.For(second), OrderTask.Options(5) with { CheckpointPath = Checkpoint }, _ => { });

        Assert.Equal(OrderTask.Weights(unbroken), OrderTask.Weights(second));
    }

    [Fact]
    public void One_that_is_not_whole_is_refused_and_stays_and_so_does_the_model()
    {
        Trainer.Fit(OrderTask.For(OrderTask.Build()), OrderTask.Options(1) with { CheckpointPath = Checkpoint }, _ => { });
        var whole = File.ReadAllBytes(Checkpoint);
        var altered = (byte[])whole.Clone();
        altered[whole.Length / 2] ^= 1;
        var model = OrderTask.Build();
        var weights = OrderTask.Weights(model);

        foreach (var damaged in new[] { [], whole[..4], whole[..8], whole[..39], whole[..(whole.Length / 2)], whole[..^1], altered,
            new byte[100], [1, .. whole[1..]] })
        {
            File.WriteAllBytes(Checkpoint, damaged);

            Assert.Contains("not a whole checkpoint", Refusal(model, OrderTask.Options(2)), StringComparison.Ordinal);
            Assert.Equal(damaged, File.ReadAllBytes(Checkpoint));
            Assert.Equal(weights, OrderTask.Weights(model));
        }
    }

    [Fact]
    public void One_of_other_settings_is_refused()
    {
        var options = OrderTask.Options(1);
        Trainer.Fit(OrderTask.For(OrderTask.Build()), options with { CheckpointPath = Checkpoint }, _ => { });

        foreach (var other in new[]
        {
            options with { LearningRate = 0.5 }, options with { Seed = 8 }, options with { WeightDecay = 0.1 },
                options with { ClipNorm = null },
            options with { Schedule = LearningRateSchedule.Cosine }, options with { Goal = Goal.HighestMetric },
        })
        {
            Assert.Contains("other settings", Refusal(OrderTask.Build(), other), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_of_a_model_of_another_shape_is_refused()
    {
        Trainer.Fit(OrderTask.For(OrderTask.Build()), OrderTask.Options(1) with { CheckpointPath = Checkpoint }, _ => { });
        var wider = OrderTask.Build(hidden: 12);
        var weights = OrderTask.Weights(wider);

        Assert.Contains("a model of another shape", Refusal(wider, OrderTask.Options(2)), StringComparison.Ordinal);
        Assert.Equal(weights, OrderTask.Weights(wider));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Refusal(SentimentLstm model, TrainerOptions options) => Assert.Throws<InvalidDataException>(() =>
        Trainer.Fit(OrderTask.For(model), options with { CheckpointPath = Checkpoint }, _ => { })).Message;
}
