using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace LstmCourse.Evaluation.Baselines;

/// <summary>
/// Logistic regression on which words occur in a text, in whatever order: the baseline that a sentiment model has to beat.
/// <code>
/// P(y = 1 | text) = σ(b + Σ_v w_v x_v),   x_v = 1 / √k if word v is one of the k different words of the text, else 0
/// loss = mean cross-entropy + λ/2 ‖w‖²
/// </code>
/// The loss is convex, so the fit has one answer, and no seed is needed.
/// </summary>
public sealed class BagOfWordsLogistic
{
    private const int MostIterations = 500;
    private const int Memory = 10;
    private const double GradientTolerance = 1e-6;

    private readonly double[] _weights;

    private BagOfWordsLogistic(double[] weights, double bias, double loss) => (_weights, Bias, Loss) = (weights, bias, loss);

    /// <summary>The intercept b.</summary>
    public double Bias { get; }

    /// <summary>The loss on the training texts at the end of the fit, penalty included.</summary>
    public double Loss { get; }

    /// <summary>The weight of each word id; positive ones speak for label 1.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Fits the weights.</summary>
    /// <param name="texts">
    /// Each training text as word ids, in any order; repeated ids count once, ids below <paramref name="reserved"/> not at all.
    /// </param>
    /// <param name="labels">0 or 1 for each text.</param>
    /// <param name="vocabularySize">The number of ids: every id must be below it.</param>
    /// <param name="l2">The penalty λ on the squared weights, above 0.</param>
    /// <param name="reserved">How many ids at the start stand for no word (padding, unknown, begin, end).</param>
    /// <exception cref="ArgumentException">Texts and labels differ in number, are none, or hold something out of range.</exception>
    public static BagOfWordsLogistic Fit(
        IEnumerable<IReadOnlyList<long>> texts, IEnumerable<int> labels, int vocabularySize, double l2 = 1e-4, int reserved = 4)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(l2);

        int[][] rows = [.. texts.Select(text => Features(text, vocabularySize, reserved))];
        int[] targets = [.. labels];
        if (rows.Length == 0) throw new ArgumentException("Expected at least one training text, got none.", nameof(texts));
        if (rows.Length != targets.Length)
        {
            throw new ArgumentException($"Expected a label for each text, got {targets.Length} labels for {rows.Length} texts.",
                nameof(labels));
        }

        if (targets.Any(label => label is not (0 or 1)))
        {
            throw new ArgumentException($"Expected labels 0 and 1, got {targets.First(label => label is not (0 or 1))}.", nameof(labels));
        }

        var objective = new LogisticObjective(rows, targets, vocabularySize, l2);
        var minimum = new LimitedMemoryBfgsMinimizer(GradientTolerance, 0, 0, Memory, MostIterations).FindMinimum(
            ObjectiveFunction.Gradient(objective.Evaluate), Vector<double>.Build.Dense(vocabularySize + 1));
        var parameters = minimum.MinimizingPoint.ToArray();
        return new BagOfWordsLogistic(parameters[..^1], parameters[^1], minimum.FunctionInfoAtMinimum.Value);
    }

    /// <summary>The probability that the text has label 1; for a text without any known word, what the bias alone says.</summary>
    /// <param name="text">The word ids of the text.</param>
    /// <exception cref="ArgumentException">An id lies outside the vocabulary.</exception>
    public double Probability(IReadOnlyList<long> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LogisticObjective.Sigmoid(LogisticObjective.Score(Features(text, _weights.Length, 0), _weights, Bias));
    }

    // The different words of a text, in the order of their ids, so that sums always run the same way.
    private static int[] Features(IReadOnlyList<long> text, int vocabularySize, int reserved)
    {
        foreach (var id in text)
        {
            if (id < 0 || id >= vocabularySize)
            {
                throw new ArgumentException(
                    $"Expected word ids from 0 to {vocabularySize - 1}, got {id}. Is this the vocabulary the text was encoded with?",
                    nameof(text));
            }
        }

        return [.. text.Where(id => id >= reserved).Distinct().Order().Select(id => (int)id)];
    }
}
