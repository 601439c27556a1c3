using LstmCourse.Scratch.Scalar;
using LstmCourse.Scratch.Vector;

namespace LstmCourse.Scratch.Sentences;

/// <summary>
/// The baseline that knows no order: logistic regression over the number of times each word occurs. What it can answer needs no memory.
/// </summary>
public sealed class BagOfWords : ISentenceModel
{
    private readonly Parameter _weights;
    private readonly Parameter _bias;

    /// <summary>Creates the model.</summary>
    /// <param name="words">How many different words there are.</param>
    /// <param name="answers">How many different answers there are.</param>
    public BagOfWords(int words, int answers)
    {
        (_weights, _bias) = (new("W", answers, words), new("b", answers, 1));
        Parameters = [_weights, _bias];
    }

    /// <summary>Everything that learns; all zeros at the start, which for a linear model is as good as any other start.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public double[] Predict(IReadOnlyList<int> tokens) => Answer(Count(tokens));

    /// <inheritdoc/>
    public double Learn(IReadOnlyList<int> tokens, int answer, double weight = 1)
    {
        var counts = Count(tokens);
        var probabilities = Answer(counts);
        var dScores = probabilities.Select((p, k) => weight * (k == answer ? p - 1 : p)).ToArray();
        _weights.AccumulateOuter(dScores, counts);
        _bias.Accumulate(dScores);
        return -SteadyMath.Log(probabilities[answer]);
    }

    private double[] Count(IReadOnlyList<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var counts = new double[_weights.Columns];
        foreach (var token in tokens) counts[token]++;
        return counts;
    }

    private double[] Answer(double[] counts)
    {
        var scores = (double[])_bias.Values.Clone();
        _weights.AddProduct(counts, scores);
        return Activations.Softmax(scores);
    }
}
