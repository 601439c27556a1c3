using TorchSharp;

namespace LstmCourse.Training;

/// <summary>Where a training stands: the epochs so far, the best weights, the learning rate to come.</summary>
internal sealed class TrainingProgress(TrainerOptions options)
{
    private readonly List<EpochResult> _epochs = [];
    private int _withoutImprovement;
    private int _halvings;

    public IReadOnlyList<EpochResult> Epochs => _epochs;

    /// <summary>The weights of the best epoch as saved bytes; empty before the first.</summary>
    public byte[] BestWeights { get; private set; } = [];

    public bool IsDone => _epochs.Count >= options.Epochs || (options.Patience is { } patience && _withoutImprovement >= patience);

    /// <summary>The learning rate of the next epoch.</summary>
    public double LearningRate => options.Schedule switch
    {
        LearningRateSchedule.Cosine => options.LearningRate * (1 + Math.Cos(Math.PI * _epochs.Count / options.Epochs)) / 2,
        LearningRateSchedule.HalveOnPlateau => Math.ScaleB(options.LearningRate, -_halvings),
        _ => options.LearningRate,
    };

    /// <summary>Takes the result of an epoch, and the model's weights if it is the best so far.</summary>
    public void Add(double trainingLoss, ValidationScore score, double tokensPerSecond, torch.nn.Module model)
    {
        Append(new EpochResult(_epochs.Count + 1, trainingLoss, score.Loss, score.Metric, LearningRate, tokensPerSecond, IsBest(score)));
        if (!_epochs[^1].IsBest) return;
        using var weights = new MemoryStream();
        model.save(weights);
        BestWeights = weights.ToArray();
    }

    /// <summary>Goes back to where a checkpoint was written.</summary>
    public void Restore(IEnumerable<EpochResult> epochs, byte[] bestWeights)
    {
        foreach (var epoch in epochs) Append(epoch);
        BestWeights = bestWeights;
    }

    public void RestoreBest(torch.nn.Module model)
    {
        if (BestWeights.Length == 0) return;
        using var weights = new MemoryStream(BestWeights);
        model.load(weights);
        model.eval();
    }

    private void Append(EpochResult result)
    {
        if (result.IsBest)
        {
            _withoutImprovement = 0;
        }
        else
        {
            _withoutImprovement++;
            _halvings++;
        }

        _epochs.Add(result);
    }

    private bool IsBest(ValidationScore score)
    {
        if (options.Goal == Goal.HighestMetric && score.Metric is null)
        {
            throw new InvalidOperationException(
                "The goal is the highest metric, but the validation gives none. Return a metric from Validate, or set Goal to LowestLoss.");
        }

        if (_epochs.Count == 0) return true;
        var best = _epochs.Last(epoch => epoch.IsBest);
        return options.Goal == Goal.HighestMetric ? score.Metric > best.ValidationMetric : score.Loss < best.ValidationLoss;
    }
}
