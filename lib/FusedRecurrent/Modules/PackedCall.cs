using FusedRecurrent.Passes;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace FusedRecurrent;

/// <summary>
/// A call with a packed sequence: unpacked, run with lengths, packed again. TorchSharp lets nobody else make a packed sequence.
/// </summary>
internal static class PackedCall
{
    internal static (PackedSequence Output, Tensor Hidden, Tensor? Cell) Run(
        RecurrentNetwork network, NetworkShape shape, PackedSequence input, Tensor? h0, Tensor? c0, bool training)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var (padded, lengths) = pad_packed_sequence(input, shape.BatchFirst);
        var (y, h, c) = network.Run(padded, h0, c0, lengths, training);
        var packed = pack_padded_sequence(y, lengths, shape.BatchFirst, enforce_sorted: false);
        return (packed.MoveToOuterDisposeScope(), h.MoveToOuterDisposeScope(), c?.MoveToOuterDisposeScope());
    }
}
