namespace LstmCourse.Training;

/// <summary>How a model is trained.</summary>
public sealed record TrainerOptions
{
    /// <summary>The most epochs, each one pass over the training data.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>The step size of Adam at its largest.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the step size changes over the epochs.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Decoupled weight decay (AdamW), 0 for none.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of all gradients together; longer ones are shortened to it. Null leaves them alone.</summary>
    public double? ClipNorm { get; init; } = 1;

    /// <summary>Stops when so many epochs in a row have not improved on the best validation score; null never stops early.</summary>
    public int? Patience { get; init; }

    /// <summary>Which validation score is the best.</summary>
    public Goal Goal { get; init; } = Goal.LowestLoss;

    /// <summary>Where random numbers begin: the order of the batches, dropout.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>
    /// A file that holds the state after each epoch, from which a stopped training goes on to the same bits. Null for none.
    /// </summary>
    public string? CheckpointPath { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1, nameof(Epochs));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LearningRate, nameof(LearningRate));
        ArgumentOutOfRangeException.ThrowIfNegative(WeightDecay, nameof(WeightDecay));
        if (ClipNorm is <= 0) throw new ArgumentOutOfRangeException(nameof(ClipNorm), ClipNorm,
            "Expected a largest gradient norm above 0, or null to leave gradients alone.");
        if (Patience is < 1) throw new ArgumentOutOfRangeException(nameof(Patience), Patience,
            "Expected a patience of at least 1 epoch, or null to never stop early.");
    }
}

/// <summary>Which validation score counts as the best.</summary>
public enum Goal
{
    /// <summary>The lowest validation loss.</summary>
    LowestLoss,

    /// <summary>The highest validation metric, such as accuracy.</summary>
    HighestMetric,
}

/// <summary>How the learning rate changes over the epochs.</summary>
public enum LearningRateSchedule
{
    /// <summary>It stays as it is.</summary>
    Constant,

    /// <summary>
    /// It falls along half a cosine, from the full rate in the first epoch towards zero after the last: r (1 + cos(π e / E)) / 2.
    /// </summary>
    Cosine,

    /// <summary>It is halved after each epoch that did not improve on the best validation score.</summary>
    HalveOnPlateau,
}
