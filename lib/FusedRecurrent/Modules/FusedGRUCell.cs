using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>
/// One step of a GRU in the place of <c>nn.GRUCell</c>: same arguments, parameter names, draws and results. Over sequences that are there
/// as a whole, <see cref="FusedGRU"/> is many times faster.
/// </summary>
public sealed class FusedGRUCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly RecurrentNetwork _network;

    /// <summary>Creates the cell and draws its parameters from uniform(−1/√H, 1/√H), H = <paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">E, the features of a step.</param>
    /// <param name="hiddenSize">H, the size of the hidden state; at least 1.</param>
    /// <param name="bias">Whether gates have the biases b_ih and b_hh.</param>
    /// <param name="device">Where the parameters live; the CPU if null.</param>
    /// <param name="dtype">Their type; the default type if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public FusedGRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null)
        : base("GRUCell") =>
        _network = CellSetup.Network(CellKind.Gru, inputSize, hiddenSize, bias, device, dtype, register_parameter, get_parameter);

    /// <summary>Runs one step.</summary>
    /// <param name="input">[B, E], or [E] without a batch.</param>
    /// <param name="h0">The state before the step, [B, H] or [H]; zeros if null.</param>
    /// <returns>The state after the step, shaped like h0.</returns>
    /// <exception cref="ArgumentException">A shape, type or device does not fit.</exception>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <inheritdoc cref="call(Tensor, Tensor)"/>
    public override Tensor forward(Tensor input, Tensor? h0 = null) => _network.RunStep(input, h0, null).Hidden;
}
