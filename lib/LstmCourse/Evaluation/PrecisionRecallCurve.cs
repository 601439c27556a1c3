namespace LstmCourse.Evaluation;

/// <summary>
/// Precision and recall at every threshold that changes anything: how good a score tells right from wrong, whatever threshold is chosen.
/// </summary>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(PrecisionRecallPoint[] points) => Points = points;

    /// <summary>The points, the highest threshold first: recall never falls from one to the next.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points { get; }

    /// <summary>
    /// The area under the curve as average precision, Σ (Rₙ − Rₙ₋₁) Pₙ: 1 for a score that puts all positives above all others; about the
    /// share of positives for one that guesses.
    /// </summary>
    public double Area => Points.Select((point, i) => (point.Recall - (i == 0 ? 0 : Points[i - 1].Recall)) * point.Precision).Sum();

    /// <summary>The curve of some scores.</summary>
    /// <param name="labels">For each example whether it is a positive; at least one has to be.</param>
    /// <param name="scores">The score of each, in the same order; a higher one says positive. Equal scores fall together.</param>
    /// <exception cref="ArgumentException">The sequences differ in length, no label is positive, or a score is NaN.</exception>
    public static PrecisionRecallCurve Of(IEnumerable<bool> labels, IEnumerable<double> scores)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        bool[] truth = [.. labels];
        double[] said = [.. scores];
        if (truth.Length != said.Length)
        {
            throw new ArgumentException($"Expected a score for each label, got {said.Length} for {truth.Length} labels.",
                nameof(scores));
        }

        var positives = truth.Count(label => label);
        if (positives == 0) throw new ArgumentException("Expected at least one positive label, got none.", nameof(labels));
        if (said.Any(double.IsNaN)) throw new ArgumentException("A score is NaN: scores have to be numbers.", nameof(scores));

        var (found, taken) = (0, 0);
        return new([.. truth.Zip(said).GroupBy(pair => pair.Second).OrderByDescending(group => group.Key).Select(group =>
        {
            found += group.Count(pair => pair.First);
            taken += group.Count();
            return new PrecisionRecallPoint(group.Key, (double)found / taken, (double)found / positives);
        })]);
    }
}

/// <summary>One point of a <see cref="PrecisionRecallCurve"/>.</summary>
/// <param name="Threshold">Examples with this score or a higher one are taken for positive.</param>
/// <param name="Precision">The share of positives among those taken, 0 to 1.</param>
/// <param name="Recall">The share of all positives that are taken, 0 to 1.</param>
public sealed record PrecisionRecallPoint(double Threshold, double Precision, double Recall);
