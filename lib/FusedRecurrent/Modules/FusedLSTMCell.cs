using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>
/// One step of an LSTM in the place of <c>nn.LSTMCell</c>: same arguments, parameter names, draws and results. For generation, where each
/// step's input depends on the last step's output; over sequences that are there as a whole, <see cref="FusedLSTM"/> is many times faster.
/// </summary>
public sealed class FusedLSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private readonly RecurrentNetwork _network;

    /// <summary>Creates the cell and draws its parameters from uniform(−1/√H, 1/√H), H = <paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">E, the features of a step.</param>
    /// <param name="hiddenSize">H, the size of the hidden and of the cell state; at least 1.</param>
    /// <param name="bias">Whether gates have the biases b_ih and b_hh.</param>
    /// <param name="device">Where the parameters live; the CPU if null.</param>
    /// <param name="dtype">Their type; the default type if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public FusedLSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null)
        : base("LSTMCell") =>
        _network = CellSetup.Network(CellKind.Lstm, inputSize, hiddenSize, bias, device, dtype, register_parameter, get_parameter);

    /// <summary>Runs one step.</summary>
    /// <param name="input">[B, E], or [E] without a batch.</param>
    /// <param name="h0_c0">The states before the step, each [B, H] or [H]; zeros if null.</param>
    /// <returns>The hidden and the cell state after the step, shaped like h0_c0.</returns>
    /// <exception cref="ArgumentException">A shape, type or device does not fit.</exception>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <inheritdoc cref="call(Tensor, ValueTuple{Tensor, Tensor}?)"/>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (h, c) = _network.RunStep(input, h0_c0?.Item1, h0_c0?.Item2);
        return (h, c!);
    }
}
