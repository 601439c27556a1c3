using LstmCourse.Data;

namespace LstmCourse.Evaluation;

/// <summary>A classifier of two classes that an <see cref="EvaluationChecklist"/> is to be filled in for.</summary>
/// <typeparam name="T">An example, such as a <see cref="Review"/>.</typeparam>
public sealed record ChecklistSubject<T>
{
    /// <summary>The parts as they were used: to learn from, to choose by, to judge by.</summary>
    public required Split<T> Parts { get; init; }

    /// <summary>The label of an example, 0 or 1.</summary>
    public required Func<T, int> LabelOf { get; init; }

    /// <summary>What makes two examples the same, such as <see cref="Splits.NormalizedText"/> of their texts.</summary>
    public required Func<T, string> KeyOf { get; init; }

    /// <summary>
    /// The trained models, one for each seed: each takes examples and gives the probability of label 1 for each, in their order.
    /// </summary>
    public required IReadOnlyList<Func<IReadOnlyList<T>, double[]>> Models { get; init; }

    /// <summary>A simple opponent, fitted on the same training part.</summary>
    public required Func<IReadOnlyList<T>, double[]> Baseline { get; init; }

    /// <summary>The kind of an example; null where there are no kinds.</summary>
    public Func<T, string>? SliceOf { get; init; }

    /// <summary>Examples from another source than the three parts; null where there are none.</summary>
    public IReadOnlyList<T>? Elsewhere { get; init; }

    /// <summary>The milliseconds that an answer to one example may take; null where nobody has said.</summary>
    public double? LatencyLimit { get; init; }
}
