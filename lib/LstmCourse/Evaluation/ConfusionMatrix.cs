namespace LstmCourse.Evaluation;

/// <summary>
/// How often each true class was taken for each predicted class, and the scores that follow from it. Scores that divide by nothing are 0.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int[,] counts) => _counts = counts;

    /// <summary>Counts pairs of classes.</summary>
    /// <param name="truth">The true class of each example, 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="predicted">The predicted class of each example, in the same order.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">The sequences differ in length, are empty, or hold a class out of range.</exception>
    public static ConfusionMatrix Of(IEnumerable<int> truth, IEnumerable<int> predicted, int classes = 2)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);

        int[] rows = [.. truth], columns = [.. predicted];
        if (rows.Length != columns.Length)
        {
            throw new ArgumentException($"Expected as many predictions as true classes, got {columns.Length} for {rows.Length} examples.",
                nameof(predicted));
        }

        if (rows.Length == 0) throw new ArgumentException("Expected at least one example to score, got none.", nameof(truth));

        var counts = new int[classes, classes];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || rows[i] >= classes || columns[i] < 0 || columns[i] >= classes)
            {
                throw new ArgumentException($"Expected classes from 0 to {classes - 1}, got {rows[i]} and {columns[i]} at example {i}.",
                    nameof(truth));
            }

            counts[rows[i], columns[i]]++;
        }

        return new ConfusionMatrix(counts);
    }

    /// <summary>The number of classes.</summary>
    public int Classes => _counts.GetLength(0);

    /// <summary>How many examples of class <paramref name="truth"/> were predicted as <paramref name="predicted"/>.</summary>
    /// <param name="truth">The row, from 0 to <see cref="Classes"/> - 1.</param>
    /// <param name="predicted">The column, in the same range.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public int this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>A copy of the counts, a row for each true class.</summary>
    public int[,] ToArray() => (int[,])_counts.Clone();

    /// <summary>The number of examples.</summary>
    public int Total => _counts.Cast<int>().Sum();

    /// <summary>The share of right predictions, 0 to 1.</summary>
    public double Accuracy => Share(Enumerable.Range(0, Classes).Sum(k => _counts[k, k]), Total);

    /// <summary>Of those predicted as the class, the share that belongs to it, 0 to 1: tp / (tp + fp).</summary>
    /// <param name="positive">The class, from 0 to <see cref="Classes"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Precision(int positive = 1) =>
        Share(_counts[positive, positive], Enumerable.Range(0, Classes).Sum(k => _counts[k, positive]));

    /// <summary>Of those that belong to the class, the share that was found, 0 to 1: tp / (tp + fn).</summary>
    /// <inheritdoc cref="Precision"/>
    public double Recall(int positive = 1) =>
        Share(_counts[positive, positive], Enumerable.Range(0, Classes).Sum(k => _counts[positive, k]));

    /// <summary>The harmonic mean of precision and recall, 0 to 1: 2 p r / (p + r).</summary>
    /// <inheritdoc cref="Precision"/>
    public double F1(int positive = 1)
    {
        var (precision, recall) = (Precision(positive), Recall(positive));
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /// <summary>The four scores in one line, those of a class for class 1.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"accuracy {Accuracy:0.000}, precision {Precision():0.000}, recall {Recall():0.000}, F1 {F1():0.000} on {Total} examples");

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
