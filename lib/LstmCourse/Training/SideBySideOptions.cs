namespace LstmCourse.Training;

/// <summary>How <see cref="SideBySide"/> trains.</summary>
public sealed record SideBySideOptions
{
    /// <summary>Steps of the optimizer, 1 to 99,999.</summary>
    public int Steps { get; init; } = 200;

    /// <summary>Sequences that each copy reads in a step, at least 1.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The learning rate of the first step, above 0; it falls to nearly 0 along half a cosine.</summary>
    public double LearningRate { get; init; } = 0.02;

    /// <summary>The longest gradient of a copy; a longer one is shortened to it. Above 0.</summary>
    public double MaxGradientNorm { get; init; } = 1;

    internal double RateAt(int step) => LearningRate * (1 + Math.Cos(Math.PI * (step - 1) / Steps)) / 2;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1, nameof(Steps));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Steps, 100_000, nameof(Steps));
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1, nameof(BatchSize));
        if (LearningRate is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "Expected a learning rate above 0.");
        if (MaxGradientNorm is not > 0)
            throw new ArgumentOutOfRangeException(nameof(MaxGradientNorm), MaxGradientNorm, "Expected a length above 0.");
    }
}
