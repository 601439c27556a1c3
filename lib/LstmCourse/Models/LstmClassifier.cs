using FusedRecurrent;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Models;

/// <summary>
/// A bidirectional LSTM over vectors, with the last hidden states of both directions joined:
/// <code>
/// input (batch, time, feature) → LSTM both ways → forward and backward h_n (batch, 2H) → linear (batch, class)
/// </code>
/// The backward direction has read the whole sequence before its first answer: use it where the sequence is complete, never for a forecast.
/// </summary>
public sealed class LstmClassifier : Module<Tensor, LstmClassifierOutput>
{
    private readonly FusedLSTM lstm;
    private readonly Linear linear;
    private readonly int inputs;

    /// <summary>Builds the model with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="inputSize">Features of a time step.</param>
    /// <param name="hiddenSize">Units of each direction.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="layers">Layers stacked upon one another.</param>
    /// <param name="dropout">The share dropped between layers in training.</param>
    public LstmClassifier(int inputSize, int hiddenSize, int classes, int layers = 1, double dropout = 0) : base(nameof(LstmClassifier))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        inputs = inputSize;
        lstm = new FusedLSTM(inputSize, hiddenSize, numLayers: layers, batchFirst: true, dropout: dropout, bidirectional: true);
        linear = Linear(2 * hiddenSize, classes);
        RegisterComponents();
    }

    /// <summary>Scores a batch of sequences.</summary>
    /// <param name="input">Shape (batch, time, feature), Float32.</param>
    /// <exception cref="ArgumentException">The shape is not as said.</exception>
    public override LstmClassifierOutput forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() != 3 || input.size(2) != inputs)
        {
            throw new ArgumentException(
                $"Expected (batch, time, feature) with feature = {inputs}, got [{string.Join(", ", input.shape)}].", nameof(input));
        }

        var (output, hidden, _) = lstm.call(input);                           // (batch, time, 2H), (layers · 2, batch, H)
        var joined = cat([hidden[^2], hidden[^1]], 1);                        // last layer: forward, backward → (batch, 2H)
        return new LstmClassifierOutput(linear.call(joined), output, joined);
    }
}

/// <summary>What an <see cref="LstmClassifier"/> says about a batch.</summary>
/// <param name="Logits">The score of each class before the softmax, shape (batch, class).</param>
/// <param name="Output">The hidden states of both directions at each step, shape (batch, time, 2 · hidden).</param>
/// <param name="Features">The last hidden states of both directions, joined, shape (batch, 2 · hidden).</param>
public sealed record LstmClassifierOutput(Tensor Logits, Tensor Output, Tensor Features);
