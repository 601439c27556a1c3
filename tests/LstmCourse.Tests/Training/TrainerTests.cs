using LstmCourse.Models;
using LstmCourse.Training;
using TorchSharp;

namespace LstmCourse.Tests.Training;

/// <summary>A toy that only order can solve: is word 4 before word 5? Both words are in every text.</summary>
[Collection("engine")]
public sealed class TrainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trainer").FullName;
    private readonly LabelledTexts _train = Texts(96, 1);
    private readonly LabelledTexts _validation = Texts(48, 2);

    [Fact]
    public void An_lstm_learns_what_a_bag_of_words_cannot()
    {
        var model = Build();
        Trainer.Fit(Task(model), Options(12), _ => { });

        var bag = BagOfWordsLogistic.Fit(_train.Texts, _train.Labels, 8, 0.01);
        Assert.True(Metrics.Accuracy(_validation.Labels, SentimentTraining.Probabilities(model, _validation)) > 0.9);
        Assert.True(Metrics.Accuracy(_validation.Labels, _validation.Texts.Select(text => bag.Probability(text))) < 0.75);
    }

    [Fact]
    public void The_model_ends_with_the_weights_of_the_best_epoch()
    {
        var model = Build();
        var history = Trainer.Fit(Task(model), Options(6), _ => { });

        var loss = SentimentTraining.Task(model, _train, _validation).Validate().Loss;
        Assert.Equal(history.Best.ValidationLoss, loss, 10);
        Assert.Equal(history.Epochs.Min(epoch => epoch.ValidationLoss), history.Best.ValidationLoss);
    }

    [Fact]
    public void A_training_that_was_stopped_goes_on_to_the_same_bits()
    {
        var unbroken = Build();
        Trainer.Fit(Task(unbroken), Options(5), _ => { });

        var path = Path.Combine(_folder, "state.checkpoint");
        var first = Build();
        Trainer.Fit(Task(first), Options(2) with { CheckpointPath = path }, _ => { });
        var second = Build(seed: 99);
        Trainer.Fit(Task(second), Options(5) with { CheckpointPath = path }, _ => { });

        Assert.Equal(Weights(unbroken), Weights(second));
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
            var two = Build();
            Trainer.Fit(Task(two), Options(2), _ => { });
            torch.set_num_threads(threads);
            var other = Build();
            Trainer.Fit(Task(other), Options(2), _ => { });

            Assert.Equal(Weights(two), Weights(other));
        }
        finally
        {
            torch.set_num_threads(usual);
        }
    }

    [Fact]
    public void A_checkpoint_that_was_cut_off_is_refused_and_stays()
    {
        var path = Path.Combine(_folder, "cut.checkpoint");
        Trainer.Fit(Task(Build()), Options(1) with { CheckpointPath = path }, _ => { });
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);

        var error = Assert.Throws<InvalidDataException>(() => Trainer.Fit(Task(Build()), Options(2) with { CheckpointPath = path }, _ => { }));

        Assert.Contains("not a whole checkpoint", error.Message, StringComparison.Ordinal);
        Assert.Equal(bytes.Length / 2, new FileInfo(path).Length);
    }

    [Fact]
    public void A_checkpoint_of_other_settings_is_refused()
    {
        var path = Path.Combine(_folder, "other.checkpoint");
        Trainer.Fit(Task(Build()), Options(1) with { CheckpointPath = path }, _ => { });

        var error = Assert.Throws<InvalidDataException>(() =>
            Trainer.Fit(Task(Build()), Options(2) with { CheckpointPath = path, LearningRate = 0.5 }, _ => { }));

        Assert.Contains("other settings", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_after_the_batch_and_says_what_the_model_holds()
    {
        using var stop = new CancellationTokenSource();
        var model = Build();

        var error = Assert.Throws<OperationCanceledException>(() => Trainer.Fit(Task(model), Options(50), epoch =>
        {
            if (epoch.Epoch == 2) stop.Cancel();
        }, stop.Token));

        Assert.Contains("stopped in epoch 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patience_ends_a_training_that_no_longer_improves()
    {
        var noise = new LabelledTexts(_validation.Texts, [.. _validation.Labels.Select((label, i) => (label + i) % 2)]);
        var model = Build();
        var history = Trainer.Fit(SentimentTraining.Task(model, _train, noise), Options(60) with { Patience = 3 }, _ => { });

        Assert.True(history.Epochs.Count < 60);
        Assert.Equal(history.Best.Epoch + 3, history.Epochs.Count);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_reported_with_what_to_do()
    {
        var model = Build();
        var task = Task(model) with { Loss = batch => new BatchLoss(torch.tensor(float.NaN, requires_grad: true), batch.Length, 1) };

        var error = Assert.Throws<InvalidOperationException>(() => Trainer.Fit(task, Options(1), _ => { }));

        Assert.Contains("Lower the learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_leaves_no_tensor_behind()
    {
        var model = Build();
        Trainer.Fit(Task(model), Options(1), _ => { });
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = torch.Tensor.TotalCount;

        Trainer.Fit(Task(model), Options(1), _ => { });
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static TrainerOptions Options(int epochs) => new() { Epochs = epochs, LearningRate = 0.02, Seed = 7 };

    private static SentimentLstm Build(int seed = 5)
    {
        torch.manual_seed(seed);
        return new SentimentLstm(new SentimentOptions { VocabularySize = 8, EmbeddingSize = 6, HiddenSize = 10, Dropout = 0.1 });
    }

    private TrainingTask<int[]> Task(SentimentLstm model) => SentimentTraining.Task(model, _train, _validation, batchSize: 16);

    private static float[] Weights(SentimentLstm model) => [.. model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    private static LabelledTexts Texts(int count, int seed)
    {
        var random = new Random(seed);
        var texts = new List<long[]>();
        var labels = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var text = Enumerable.Range(0, random.Next(4, 12)).Select(_ => (long)random.Next(6, 8)).ToList();
            var label = i % 2;
            var first = random.Next(0, text.Count - 1);
            text.Insert(first, label == 1 ? 4 : 5);
            text.Insert(random.Next(first + 1, text.Count), label == 1 ? 5 : 4);
            texts.Add([.. text]);
            labels.Add(label);
        }

        return new LabelledTexts(texts, labels);
    }
}

/// <summary>Tests that count tensors or set the engine's threads must not run beside others that make tensors.</summary>
[CollectionDefinition("engine", DisableParallelization = true)]
public sealed class EngineTests;
