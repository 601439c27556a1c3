using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace FusedRecurrent;

/// <summary>
/// Elman's recurrent network in the place of <c>nn.RNN</c>: same arguments, parameter names, draws and results, run as one fused pass
/// forward and one back on the CPU.
/// </summary>
/// <remarks>
/// h' = φ(W_ih·x + b_ih + W_hh·h + b_hh), φ = tanh or max(0, ·).
/// <para>
/// On other devices, in half precision or bfloat16, and for gradients of gradients (<c>create_graph</c>) the layer runs in libtorch's own
/// operations: same results, no gain in speed.
/// </para>
/// </remarks>
public sealed class FusedRNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentNetwork _network;

    /// <summary>Creates the layer and draws its parameters from uniform(−1/√H, 1/√H), H = <paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">E, the features of a time step.</param>
    /// <param name="hiddenSize">H, the size of the hidden state; at least 1.</param>
    /// <param name="numLayers">L, layers on top of one another; at least 1.</param>
    /// <param name="nonLinearity">φ: tanh or ReLU.</param>
    /// <param name="bias">Whether gates have the biases b_ih and b_hh.</param>
    /// <param name="batchFirst">Input and output as [B, T, ·] in place of [T, B, ·]. States are [L·D, B, H] either way.</param>
    /// <param name="dropout">Share of each layer's output but the last's that training drops, 0 to 1.</param>
    /// <param name="bidirectional">Whether each layer also reads from the last step to the first (D = 2, else 1).</param>
    /// <param name="device">Where the parameters live; the CPU if null.</param>
    /// <param name="dtype">Their type; the default type if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or the dropout is out of range.</exception>
    public FusedRNN(
        long inputSize, long hiddenSize, long numLayers = 1, nn.NonLinearities nonLinearity = nn.NonLinearities.Tanh, bool bias = true,
        bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
        : this(ParameterSetup.Shape(
            nonLinearity == nn.NonLinearities.ReLU ? CellKind.RnnRelu : CellKind.RnnTanh, inputSize, hiddenSize, numLayers, bias,
            batchFirst, dropout, bidirectional)) =>
        ParameterSetup.Draw(Shape.Parameters(), hiddenSize, device, dtype, register_parameter);

    internal FusedRNN(NetworkShape shape, nn.Module source)
        : this(shape) => ParameterSetup.Share(shape.Parameters().Select(parameter => parameter.Name), source, register_parameter);

    private FusedRNN(NetworkShape shape)
        : base("RNN")
    {
        Shape = shape;
        _network = new(shape, [.. shape.Parameters().Select(parameter => parameter.Name)], get_parameter);
    }

    internal NetworkShape Shape { get; }

    /// <summary>Runs the layer over whole sequences, which may be of different lengths and padded to one, in any order.</summary>
    /// <param name="input">[T, B, E], [B, T, E] with batchFirst, or [T, E] without a batch. Any strides.</param>
    /// <param name="h0">
    /// The state before the first step, [L·D, B, H] ([L·D, H] without a batch); zeros if null.
    /// </param>
    /// <param name="lengths">
    /// [B], Int64 or Int32: each sequence's time steps, 1 to T; what lies beyond is not read. All T if null. (With lengths, hooks do not
    /// run.)
    /// </param>
    /// <returns>
    /// The last layer's hidden states [T, B, D·H] (or [B, T, D·H], [T, D·H]), zero beyond a sequence's length, and the state after its
    /// last step, shaped like h0.
    /// </returns>
    /// <exception cref="ArgumentException">A shape, type, device or length does not fit.</exception>
    public (Tensor, Tensor) call(Tensor input, Tensor? h0 = null, Tensor? lengths = null)
    {
        if (lengths is null)
        {
            return base.call(input, h0);
        }

        var (y, h, _) = _network.Run(input, h0, null, lengths, training);
        return (y, h);
    }

    /// <summary>Runs the layer over a packed sequence, as <c>nn.RNN</c> does. Lengths beside a padded input save the packing.</summary>
    /// <param name="input">Sequences of features E.</param>
    /// <param name="h0">The state before the first step, [L·D, B, H] in the caller's order; zeros if null.</param>
    /// <exception cref="ArgumentException">A shape, type or device does not fit.</exception>
    public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
    {
        var (y, h, _) = PackedCall.Run(_network, Shape, input, h0, null, training);
        return (y, h);
    }

    /// <inheritdoc cref="call(Tensor, Tensor, Tensor)"/>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        var (y, h, _) = _network.Run(input, h0, null, null, training);
        return (y, h);
    }
}
