using System.Globalization;

namespace LstmCourse.Evaluation;

/// <summary>Scores of predictions. Give them examples the model has not been trained on; on training data they say nothing.</summary>
public static class Metrics
{
    private const double Tiny = 1e-7;

    /// <summary>
    /// Perplexity: exp of the mean negative log-likelihood (natural logarithm) of a token. 1 is certainty, the vocabulary's size is
    /// guessing.
    /// </summary>
    /// <param name="meanNegativeLogLikelihood">The mean cross-entropy in nats, at least 0.</param>
    public static double Perplexity(double meanNegativeLogLikelihood) => Math.Exp(meanNegativeLogLikelihood);

    /// <summary>The share of examples whose probability falls on the right side of the threshold.</summary>
    /// <param name="labels">0 or 1 for each example.</param>
    /// <param name="probabilities">The predicted probability of label 1, in the same order.</param>
    /// <param name="threshold">From where on 1 is predicted.</param>
    public static double Accuracy(IEnumerable<int> labels, IEnumerable<double> probabilities, double threshold = 0.5) =>
        Binary(labels, probabilities, threshold).Accuracy;

    /// <summary>
    /// Binary cross-entropy: the mean of −ln of the probability that was given to the right label, at least 10⁻⁷ each.
    /// </summary>
    /// <param name="labels">0 or 1 for each example.</param>
    /// <param name="probabilities">The predicted probability of label 1, in the same order.</param>
    /// <exception cref="ArgumentException">The sequences differ in length or are empty.</exception>
    public static double BinaryCrossEntropy(IReadOnlyCollection<int> labels, IReadOnlyCollection<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (labels.Count == 0 || labels.Count != probabilities.Count)
        {
            throw new ArgumentException(
                $"Expected a probability for each label, at least one, got {probabilities.Count} for {labels.Count} labels.",
                nameof(probabilities));
        }

        return labels.Zip(probabilities, (label, p) => -Math.Log(Math.Clamp(label == 1 ? p : 1 - p, Tiny, 1))).Average();
    }

    /// <summary>The confusion matrix of a binary classifier.</summary>
    /// <param name="labels">0 or 1 for each example.</param>
    /// <param name="probabilities">The predicted probability of label 1, in the same order.</param>
    /// <param name="threshold">From where on 1 is predicted.</param>
    public static ConfusionMatrix Binary(IEnumerable<int> labels, IEnumerable<double> probabilities, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return ConfusionMatrix.Of(labels, probabilities.Select(p => p >= threshold ? 1 : 0));
    }

    /// <summary>The accuracy of always predicting the most frequent label of the training data.</summary>
    /// <param name="trainingLabels">The labels of the training examples.</param>
    /// <param name="labels">The labels to score on.</param>
    /// <exception cref="ArgumentException">There are no labels.</exception>
    public static double MajorityAccuracy(IEnumerable<int> trainingLabels, IEnumerable<int> labels)
    {
        ArgumentNullException.ThrowIfNull(trainingLabels);
        ArgumentNullException.ThrowIfNull(labels);
        int[] seen = [.. trainingLabels], scored = [.. labels];
        if (seen.Length == 0 || scored.Length == 0) throw new ArgumentException("Expected labels to count, got none.", nameof(labels));
        var majority = seen.GroupBy(label => label).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        return scored.Count(label => label == majority) / (double)scored.Length;
    }

    /// <summary>
    /// The expected calibration error (Naeini, Cooper and Hauskrecht, 2015, as usual for two classes): in each bin of probabilities the
    /// distance of their mean from the share that came true, weighted by the examples in the bin. 0 where probabilities mean what they
    /// say.
    /// </summary>
    /// <param name="labels">0 or 1 for each example.</param>
    /// <param name="probabilities">The predicted probability of label 1, in the same order, from 0 to 1.</param>
    /// <param name="bins">How many bins of one width, at least 1; a probability of 1 belongs to the last.</param>
    /// <exception cref="ArgumentException">The sequences differ in length or are empty, or a probability lies outside 0 to 1.</exception>
    public static double CalibrationError(
        IReadOnlyCollection<int> labels, IReadOnlyCollection<double> probabilities, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (labels.Count == 0 || labels.Count != probabilities.Count)
        {
            throw new ArgumentException(
                $"Expected a probability for each label, at least one, got {probabilities.Count} for {labels.Count} labels.",
                nameof(probabilities));
        }

        if (probabilities.FirstOrDefault(p => p is not (>= 0 and <= 1)) is var odd and not 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Expected probabilities from 0 to 1, got {odd}."), nameof(probabilities));
        }

        return labels.Zip(probabilities, (label, p) => (Label: label, P: p))
            .GroupBy(pair => Math.Min(bins - 1, (int)(pair.P * bins)))
            .Sum(bin => Math.Abs(bin.Sum(pair => pair.P) - bin.Sum(pair => pair.Label))) / labels.Count;
    }

    /// <summary>
    /// How many of <paramref name="values"/> are larger than the one at <paramref name="index"/>: 0 for the largest. Equal values count
    /// from the left.
    /// </summary>
    /// <param name="values">The values, such as scores of classes.</param>
    /// <param name="index">A place among them, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public static int RankOf(ReadOnlySpan<double> values, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, values.Length);
        var rank = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > values[index] || (values[i] == values[index] && i < index)) rank++;
        }

        return rank;
    }
}
