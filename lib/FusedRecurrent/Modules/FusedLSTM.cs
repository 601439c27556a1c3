using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace FusedRecurrent;

/// <summary>
/// Long short-term memory in the place of <c>nn.LSTM</c>: same arguments, parameter names, draws and results, run as one fused pass
/// forward and one back on the CPU.
/// </summary>
/// <remarks>
/// i = σ(W_ii·x + b_ii + W_hi·h + b_hi), f and o likewise, g = tanh(W_ig·x + b_ig + W_hg·h + b_hg), c' = f·c + i·g, h' = o·tanh(c').
/// <para>
/// On other devices, in half precision or bfloat16, and for gradients of gradients (<c>create_graph</c>) the layer runs in libtorch's own
/// operations: same results, no gain in speed.
/// </para>
/// </remarks>
public sealed class FusedLSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentNetwork _network;

    /// <summary>Creates the layer and draws its parameters from uniform(−1/√H, 1/√H), H = <paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">E, the features of a time step.</param>
    /// <param name="hiddenSize">H, the size of the hidden and of the cell state; at least 1.</param>
    /// <param name="numLayers">L, layers on top of one another; at least 1.</param>
    /// <param name="bias">Whether gates have the biases b_ih and b_hh.</param>
    /// <param name="batchFirst">Input and output as [B, T, ·] in place of [T, B, ·]. States are [L·D, B, H] either way.</param>
    /// <param name="dropout">Share of each layer's output but the last's that training drops, 0 to 1.</param>
    /// <param name="bidirectional">Whether each layer also reads from the last step to the first (D = 2, else 1).</param>
    /// <param name="device">Where the parameters live; the CPU if null.</param>
    /// <param name="dtype">Their type; the default type if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or the dropout is out of range.</exception>
    public FusedLSTM(
        long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
        bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
        : this(ParameterSetup.Shape(CellKind.Lstm, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional)) =>
        ParameterSetup.Draw(Shape.Parameters(), hiddenSize, device, dtype, register_parameter);

    internal FusedLSTM(NetworkShape shape, nn.Module source)
        : this(shape) => ParameterSetup.Share(shape.Parameters().Select(parameter => parameter.Name), source, register_parameter);

    private FusedLSTM(NetworkShape shape)
        : base("LSTM")
    {
        Shape = shape;
        _network = new(shape, [.. shape.Parameters().Select(parameter => parameter.Name)], get_parameter);
    }

    internal NetworkShape Shape { get; }

    /// <summary>Runs the layer over whole sequences, which may be of different lengths and padded to one, in any order.</summary>
    /// <param name="input">[T, B, E], [B, T, E] with batchFirst, or [T, E] without a batch. Any strides.</param>
    /// <param name="h0_c0">
    /// The states before the first step, each [L·D, B, H] ([L·D, H] without a batch); zeros if null.
    /// </param>
    /// <param name="lengths">
    /// [B], Int64 or Int32: each sequence's time steps, 1 to T; what lies beyond is not read. All T if null. (With lengths, hooks do not
    /// run.)
    /// </param>
    /// <returns>
    /// The last layer's hidden states [T, B, D·H] (or [B, T, D·H], [T, D·H]), zero beyond a sequence's length, and the states after its
    /// last step, shaped like h0_c0.
    /// </returns>
    /// <exception cref="ArgumentException">A shape, type, device or length does not fit.</exception>
    public (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null, Tensor? lengths = null)
    {
        if (lengths is null)
        {
            return base.call(input, h0_c0);
        }

        var (y, h, c) = _network.Run(input, h0_c0?.Item1, h0_c0?.Item2, lengths, training);
        return (y, h, c!);
    }

    /// <summary>Runs the layer over a packed sequence, as <c>nn.LSTM</c> does. Lengths beside a padded input save the packing.</summary>
    /// <param name="input">Sequences of features E.</param>
    /// <param name="h0_c0">The states before the first step, [L·D, B, H] in the caller's order; zeros if null.</param>
    /// <exception cref="ArgumentException">A shape, type or device does not fit.</exception>
    public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (y, h, c) = PackedCall.Run(_network, Shape, input, h0_c0?.Item1, h0_c0?.Item2, training);
        return (y, h, c!);
    }

    /// <inheritdoc cref="call(Tensor, ValueTuple{Tensor, Tensor}?, Tensor)"/>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (y, h, c) = _network.Run(input, h0_c0?.Item1, h0_c0?.Item2, null, training);
        return (y, h, c!);
    }
}
