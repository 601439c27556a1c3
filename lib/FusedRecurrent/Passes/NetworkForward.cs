using System.Numerics;
using FusedRecurrent.Kernels.Recurrent;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>All layers and directions of a network forward, with dropout between layers.</summary>
internal static unsafe class NetworkForward
{
    /// <summary>
    /// Output, last hidden state and (LSTM) last cell state of checked arguments. With <paramref name="tape"/>, everything that
    /// <see cref="NetworkBackward"/> needs is left there.
    /// </summary>
    internal static (Tensor Output, Tensor Hidden, Tensor? Cell) Run<T>(
        NetworkShape shape, RowOrder rows, Tensor x, Tensor? h0, Tensor? c0, IReadOnlyList<Tensor> weights, bool training, Tape? tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int batchDim = shape.BatchFirst ? 0 : 1;
        Tensor input = rows.Sort(x, batchDim)!;
        Tensor? hidden = rows.Sort(h0, 1), cell = rows.Sort(c0, 1);
        if (tape != null)
        {
            tape.SortedInput = ReferenceEquals(input, x) ? null : input;
            (tape.SortedHidden, tape.SortedCell) = (ReferenceEquals(hidden, h0) ? null : hidden, ReferenceEquals(cell, c0) ? null : cell);
        }

        var sequence = rows.Sequence;
        Tensor lastHidden = States(shape, sequence, x.dtype);
        Tensor? lastCell = shape.Cell == CellKind.Lstm ? States(shape, sequence, x.dtype) : null;
        for (int layer = 0; ; layer++)
        {
            bool last = layer == shape.Layers - 1;
            bool batchFirstIn = layer == 0 && shape.BatchFirst, batchFirstOut = last && shape.BatchFirst;
            var y = Output(shape, rows, x.dtype, last);
            for (int pass = layer * shape.Directions; pass < (layer + 1) * shape.Directions; pass++)
            {
                var passShape = shape.Pass(pass);
                LayerTape<T>? passTape = null;
                if (tape != null)
                {
                    long size = LayerTape<T>.Size(passShape, sequence);
                    tape.Passes[pass] = size == 0 ? null : empty(size, x.dtype);
                    passTape = new LayerTape<T>(passShape, sequence, TensorMemory.Data<T>(tape.Passes[pass]));
                }

                long block = (long)pass * sequence.Batch * shape.HiddenSize;
                RecurrentLayer.Forward(
                    passShape, sequence, TensorMemory.Weights<T>(weights, shape, pass), TensorMemory.Rows<T>(input, batchFirstIn),
                    At(TensorMemory.Data<T>(hidden), block), At(TensorMemory.Data<T>(cell), block),
                    TensorMemory.Rows<T>(y, batchFirstOut, pass % shape.Directions * shape.HiddenSize),
                    At(TensorMemory.Data<T>(lastHidden), block), At(TensorMemory.Data<T>(lastCell), block), passTape);
            }

            if (tape != null)
            {
                tape.Outputs[layer] = y.detach(); // y itself will point to the node that the tape is saved on
            }

            if (last)
            {
                return (rows.Unsort(y, batchDim)!, rows.Unsort(lastHidden, 1)!, rows.Unsort(lastCell, 1));
            }

            input = y;
            if (training && shape.Dropout > 0)
            {
                var noise = nn.functional.dropout(ones_like(y), shape.Dropout, true);
                input = y.mul(noise);
                if (tape != null)
                {
                    (tape.Noises[layer], tape.Dropped[layer]) = (noise, input);
                }
            }
        }
    }

    internal static T* At<T>(T* first, long offset)
        where T : unmanaged => first == null ? null : first + offset;

    private static Tensor States(NetworkShape shape, SequenceShape sequence, ScalarType type) =>
        empty([shape.Passes, sequence.Batch, shape.HiddenSize], type);

    /// <summary>Layers in between are time-first, whatever the caller's layout.</summary>
    private static Tensor Output(NetworkShape shape, RowOrder rows, ScalarType type, bool last)
    {
        long batch = rows.Sequence.Batch;
        long[] size = last && shape.BatchFirst ? [batch, rows.Steps, shape.OutputSize] : [rows.Steps, batch, shape.OutputSize];
        return rows.HasPadding ? zeros(size, type) : empty(size, type);
    }
}
