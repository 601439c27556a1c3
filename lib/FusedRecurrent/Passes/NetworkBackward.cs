using System.Numerics;
using FusedRecurrent.Kernels.Recurrent;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>The gradients of <see cref="NetworkForward"/>.</summary>
internal static unsafe class NetworkBackward
{
    /// <summary>
    /// Gradients of x, h₀, c₀ and the weights, in this order and null where <paramref name="needs"/> says so, from those of the
    /// results.
    /// </summary>
    internal static Tensor?[] Run<T>(
        NetworkShape shape, RowOrder rows, bool[] needs, Tensor x, Tensor? h0, Tensor? c0, IReadOnlyList<Tensor> weights, Tape tape,
        Tensor dy, Tensor dhN, Tensor? dcN)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int batchDim = shape.BatchFirst ? 0 : 1;
        var sequence = rows.Sequence;
        Tensor? hidden = tape.SortedHidden ?? h0, cell = tape.SortedCell ?? c0;
        Tensor? slope = TensorMemory.WithDenseRows(rows.Sort(dy, batchDim)!);
        (dhN, dcN) = (rows.Sort(dhN, 1)!.contiguous(), rows.Sort(dcN, 1)?.contiguous());
        Tensor? dh0 = needs[1] ? empty_like(hidden!) : null, dc0 = needs[2] ? empty_like(cell!) : null;
        var gradients = new Tensor?[weights.Count];
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] = needs[3 + i] ? empty(weights[i].shape, x.dtype) : null;
        }

        for (int layer = shape.Layers - 1; layer >= 0; layer--)
        {
            bool batchFirstIn = layer == 0 && shape.BatchFirst, batchFirstOut = layer == shape.Layers - 1 && shape.BatchFirst;
            if (tape.Noises[layer] is { } noise && slope is not null)
            {
                slope = slope.mul(noise);
            }

            var input = tape.Input(layer, x);
            Tensor? dInput = layer == 0 && !needs[0] ? null
                : rows.HasPadding ? zeros(input.shape, x.dtype)
                : empty(input.shape, x.dtype);
            for (int direction = 0; direction < shape.Directions; direction++)
            {
                int pass = (layer * shape.Directions) + direction, column = direction * shape.HiddenSize;
                var passShape = shape.Pass(pass);
                long block = (long)pass * sequence.Batch * shape.HiddenSize;
                RecurrentLayer.Backward(
                    passShape, sequence, new LayerTape<T>(passShape, sequence, TensorMemory.Data<T>(tape.Passes[pass])),
                    TensorMemory.Weights<T>(weights, shape, pass), TensorMemory.Rows<T>(input, batchFirstIn),
                    NetworkForward.At(TensorMemory.Data<T>(hidden), block), NetworkForward.At(TensorMemory.Data<T>(cell), block),
                    TensorMemory.Rows<T>(tape.Outputs[layer], batchFirstOut, column), TensorMemory.Rows<T>(slope, batchFirstOut, column),
                    NetworkForward.At(TensorMemory.Data<T>(dhN), block), NetworkForward.At(TensorMemory.Data<T>(dcN), block),
                    TensorMemory.Rows<T>(dInput, batchFirstIn), direction == 1, TensorMemory.Weights<T>(gradients, shape, pass),
                    NetworkForward.At(TensorMemory.Data<T>(dh0), block), NetworkForward.At(TensorMemory.Data<T>(dc0), block));
            }

            slope = dInput;
        }

        return [rows.Unsort(slope, batchDim), rows.Unsort(dh0, 1), rows.Unsort(dc0, 1), .. gradients];
    }
}
