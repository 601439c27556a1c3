using LstmCourse.Scratch.Scalar;
using LstmCourse.Scratch.Vector;

namespace LstmCourse.Scratch.Sentences;

/// <summary>
/// Reads the words of a sentence one by one and then chooses an answer: embedding → recurrent layer → linear layer → softmax.
/// The loss is the cross-entropy −ln p(answer).
/// </summary>
public sealed class SentenceReader : ISentenceModel
{
    private readonly Parameter _embedding;
    private readonly Parameter _readout;
    private readonly Parameter _readoutBias;

    /// <summary>Creates a reader around a recurrent layer.</summary>
    /// <param name="network">The layer; its input size is the size of a word's embedding.</param>
    /// <param name="words">How many different words there are.</param>
    /// <param name="answers">How many different answers there are.</param>
    /// <param name="seed">The seed of the embedding's and the linear layer's weights.</param>
    public SentenceReader(RecurrentNetwork network, int words, int answers, int seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        var random = new Random(seed);
        Network = network;
        _embedding = new Parameter("E", words, network.InputSize).Uniform(1, random);
        _readout = new Parameter("V", answers, network.HiddenSize).Uniform(1 / Math.Sqrt(network.HiddenSize), random);
        _readoutBias = new Parameter("b", answers, 1);
        Parameters = [_embedding, .. network.Parameters, _readout, _readoutBias];
    }

    /// <summary>The recurrent layer.</summary>
    public RecurrentNetwork Network { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The embeddings of a sentence's words, (time, input).</summary>
    public double[][] Embed(IReadOnlyList<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return [.. tokens.Select(token => _embedding.Values.AsSpan(token * _embedding.Columns, _embedding.Columns).ToArray())];
    }

    /// <inheritdoc/>
    public double[] Predict(IReadOnlyList<int> tokens) => Answer(Network.Forward(Embed(tokens)));

    /// <inheritdoc/>
    public double Learn(IReadOnlyList<int> tokens, int answer, double weight = 1)
    {
        var pass = Network.Forward(Embed(tokens));
        var probabilities = Answer(pass);

        // The gradient of cross-entropy after softmax: p − 1 for the right answer, p for the others.
        var dScores = probabilities.Select((p, k) => weight * (k == answer ? p - 1 : p)).ToArray();
        _readout.AccumulateOuter(dScores, pass.Last.Hidden);
        _readoutBias.Accumulate(dScores);
        var dHidden = new double[Network.HiddenSize];
        _readout.AddTransposedProduct(dScores, dHidden);

        var gradients = pass.Backward(dHidden);
        for (var t = 0; t < tokens.Count; t++)
        {
            var row = _embedding.Gradient.AsSpan(tokens[t] * _embedding.Columns, _embedding.Columns);
            for (var k = 0; k < row.Length; k++) row[k] += gradients.Inputs[t][k];
        }

        return -SteadyMath.Log(probabilities[answer]);
    }

    private double[] Answer(RecurrentPass pass)
    {
        var scores = (double[])_readoutBias.Values.Clone();
        _readout.AddProduct(pass.Last.Hidden, scores);
        return Activations.Softmax(scores);
    }
}
