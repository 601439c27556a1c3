using System.Diagnostics;
using FusedRecurrent;
using TorchSharp;
using TorchSharp.Modules;

namespace LstmCourse.Training;

/// <summary>
/// Trains a model: for each epoch its batches, then the validation score; clips gradients, keeps the best weights, stops early, writes
/// checkpoints. With the same seed the result is the same, also when the training was stopped in between and went on from its checkpoint.
/// </summary>
public static class Trainer
{
    // The notebook kernel publishes the token it cancels on an interrupt under this name.
    private const string InterruptToken = "LstmCourse.CancellationToken";

    /// <summary>Trains until the last epoch or until nothing improves any more, and leaves the best weights in the model.</summary>
    /// <param name="task">What is trained, on what, towards what.</param>
    /// <param name="options">How it is trained.</param>
    /// <param name="onEpoch">Called after each epoch; null prints a line to the console.</param>
    /// <param name="cancellationToken">Stops after the current batch. An interrupt of the notebook's cell does so too.</param>
    /// <returns>The history of all epochs, those of an earlier part included.</returns>
    /// <exception cref="OperationCanceledException">The training was stopped; the model holds the best weights so far.</exception>
    /// <exception cref="InvalidOperationException">The loss is no longer a number.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or belongs to another training.</exception>
    public static TrainingHistory Fit<TBatch>(
        TrainingTask<TBatch> task, TrainerOptions? options = null, Action<EpochResult>? onEpoch = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        options ??= new TrainerOptions();
        options.Validate();
        onEpoch ??= Console.WriteLine;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken,
            AppContext.GetData(InterruptToken) as CancellationToken? ?? default);

        task.Model.to(Devices.Training);
        using OptimizerHelper optimizer = options.WeightDecay > 0
            ? Fused.AdamW(task.Model.parameters(), options.LearningRate, weight_decay: options.WeightDecay)
            : Fused.Adam(task.Model.parameters(), options.LearningRate);
        var progress = new TrainingProgress(options);
        if (options.CheckpointPath is { } path && File.Exists(path)) progress = Checkpoint.Load(path, task.Model, optimizer, options);

        try
        {
            while (!progress.IsDone)
            {
                var (trainingLoss, tokensPerSecond) = TrainEpoch(task, optimizer, progress, options, stop.Token);
                progress.Add(trainingLoss, Validate(task), tokensPerSecond, task.Model);
                if (options.CheckpointPath is { } file) Checkpoint.Save(file, task.Model, optimizer, progress, options);
                onEpoch(progress.Epochs[^1]);
            }

            progress.RestoreBest(task.Model);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            progress.RestoreBest(task.Model);
            throw new OperationCanceledException(progress.Epochs.Count == 0
                ? "The training was stopped in its first epoch."
                : $"The training was stopped in epoch {progress.Epochs.Count + 1}; the model holds the weights of epoch "
                    + $"{new TrainingHistory(progress.Epochs).Best.Epoch}.");
        }
        finally
        {
            task.Model.to(torch.CPU);
        }

        return new TrainingHistory(progress.Epochs);
    }

    private static (double Loss, double TokensPerSecond) TrainEpoch<TBatch>(
        TrainingTask<TBatch> task, OptimizerHelper optimizer, TrainingProgress progress, TrainerOptions options, CancellationToken stop)
    {
        var epoch = progress.Epochs.Count + 1;
        var (sum, weight, tokens) = (0.0, 0L, 0L);
        var clock = Stopwatch.StartNew();

        // Each epoch has its own random numbers, so that a resumed training draws what an unbroken one would have drawn.
        torch.manual_seed(options.Seed * 1_000_003L + epoch);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = progress.LearningRate;
        task.Model.train();
        foreach (var batch in task.Batches(epoch))
        {
            stop.ThrowIfCancellationRequested();
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            var loss = task.Loss(batch);
            var mean = loss.Mean.ToDouble();
            if (!double.IsFinite(mean))
            {
                throw new InvalidOperationException(
                    $"The loss became {mean} in epoch {epoch}. Lower the learning rate (now {progress.LearningRate}), or clip the "
                        + "gradients harder.");
            }

            loss.Mean.backward();
            if (options.ClipNorm is { } norm) ((IFusedOptimizer)optimizer).clip_and_step(norm);
            else optimizer.step();
            (sum, weight, tokens) = (sum + mean * loss.Weight, weight + loss.Weight, tokens + loss.Tokens);
        }

        return weight > 0
            ? (sum / weight, tokens / Math.Max(clock.Elapsed.TotalSeconds, 1e-9))
            : throw new InvalidOperationException($"Epoch {epoch} has no batches. Check that there is training data.");
    }

    private static ValidationScore Validate<TBatch>(TrainingTask<TBatch> task)
    {
        using var scope = torch.NewDisposeScope();
        using var inference = torch.no_grad();
        task.Model.eval();
        return task.Validate();
    }
}
