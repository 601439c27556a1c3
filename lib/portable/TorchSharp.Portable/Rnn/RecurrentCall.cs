using System.Numerics;
using TorchSharp.Kernels.Recurrent;

namespace TorchSharp;

/// <summary>
/// One layer and direction as the kernels want it: pins the tensors of a call for as long as the kernel runs.
/// </summary>
internal static unsafe class RecurrentCall
{
    /// <param name="layer">The cell and its sizes.</param>
    /// <param name="sequence">The steps and how many sequences each has.</param>
    /// <param name="weights">W_ih, W_hh and perhaps b_ih, b_hh; row-major.</param>
    /// <param name="x">The rows that go in.</param>
    /// <param name="h0">The first hidden state [B, H], or nothing.</param>
    /// <param name="c0">The first cell state [B, H], or nothing.</param>
    /// <param name="y">The rows that come out, of which this direction writes its part.</param>
    /// <param name="hN">Receives the last hidden state [B, H], or nothing.</param>
    /// <param name="cN">Receives the last cell state [B, H], or nothing.</param>
    /// <param name="training">Whether a tape for the way back is kept.</param>
    internal static LayerTape<T>? Forward<T>(
        LayerShape layer, SequenceShape sequence, ReadOnlySpan<Tensor?> weights, in Rows x, Block h0, Block c0, in Rows y, Block hN, Block cN,
        bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* wi = weights[0]!.Elements<T>(), wh = weights[1]!.Elements<T>(), bi = Of<T>(weights, 2), bh = Of<T>(weights, 3))
        fixed (T* px = x.Elements<T>(), py = y.Elements<T>())
        fixed (T* ph0 = h0.Elements<T>(), pc0 = c0.Elements<T>(), phN = hN.Elements<T>(), pcN = cN.Elements<T>())
        {
            return RecurrentLayer.Forward(
                layer, sequence, new LayerWeights<T>(wi, wh, bi, bh), x.At(px), ph0, pc0, y.At(py), phN, pcN, training);
        }
    }

    /// <summary>The way back of <see cref="Forward"/>. What is absent among the gradients is not computed.</summary>
    internal static void Backward<T>(
        LayerTape<T> tape, ReadOnlySpan<Tensor?> weights, in Rows x, Block h0, Block c0, in Rows y, in Rows dy, Block dhN, Block dcN,
        in Rows dx, bool addToInput, ReadOnlySpan<Tensor?> gradients, Block dh0, Block dc0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* wi = weights[0]!.Elements<T>(), wh = weights[1]!.Elements<T>(), bi = Of<T>(weights, 2), bh = Of<T>(weights, 3))
        fixed (T* dwi = Of<T>(gradients, 0), dwh = Of<T>(gradients, 1), dbi = Of<T>(gradients, 2), dbh = Of<T>(gradients, 3))
        fixed (T* px = x.Elements<T>(), py = y.Elements<T>(), pdy = dy.Elements<T>(), pdx = dx.Elements<T>())
        fixed (T* ph0 = h0.Elements<T>(), pc0 = c0.Elements<T>(), pdhN = dhN.Elements<T>(), pdcN = dcN.Elements<T>())
        fixed (T* pdh0 = dh0.Elements<T>(), pdc0 = dc0.Elements<T>())
        {
            RecurrentLayer.Backward(
                tape, new LayerWeights<T>(wi, wh, bi, bh), x.At(px), ph0, pc0, y.At(py), dy.At(pdy), pdhN, pdcN, dx.At(pdx), addToInput,
                new LayerWeights<T>(dwi, dwh, dbi, dbh), pdh0, pdc0);
        }
    }

    private static Span<T> Of<T>(ReadOnlySpan<Tensor?> tensors, int index) where T : unmanaged =>
        index < tensors.Length && tensors[index] is { } tensor ? tensor.Elements<T>() : default;

    /// <summary>The rows of a row-major tensor, or of a block of its columns from <paramref name="column"/> on.</summary>
    internal readonly struct Rows(Tensor? tensor, RowOrder order, int column = 0)
    {
        internal Span<T> Elements<T>() where T : unmanaged => tensor is null ? default : tensor.Elements<T>();

        internal SequenceRows<T> At<T>(T* start) where T : unmanaged
        {
            if (start == null) return default;
            var sizes = tensor!.Layout.Sizes;
            var width = sizes[^1];
            return order switch
            {
                RowOrder.TimeFirst => SequenceRows<T>.Strided(start + column, sizes[1] * width, width),
                RowOrder.BatchFirst => SequenceRows<T>.Strided(start + column, width, sizes[1] * width),
                _ => SequenceRows<T>.Packed(start + column, width),
            };
        }
    }

    /// <summary>One [B, H] block of a row-major tensor [blocks, B, H], or nothing.</summary>
    internal readonly struct Block(Tensor? tensor, int index)
    {
        internal Span<T> Elements<T>() where T : unmanaged
        {
            if (tensor is null) return default;
            var size = checked((int)(tensor.Layout.Sizes[^1] * tensor.Layout.Sizes[^2]));
            return tensor.Elements<T>().Slice(index * size, size);
        }
    }
}
