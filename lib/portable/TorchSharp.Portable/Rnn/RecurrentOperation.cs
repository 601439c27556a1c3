using System.Numerics;
using TorchSharp.Kernels.Recurrent;

namespace TorchSharp;

/// <summary>
/// All layers and directions of an LSTM, GRU or RNN over whole sequences, as one step of the graph. Layer l reads what layer l−1 wrote,
/// the two directions side by side, with dropout between.
/// </summary>
internal static class RecurrentOperation
{
    /// <param name="stack">The layers.</param>
    /// <param name="input">[T, B, E], [B, T, E] or packed [rows, E].</param>
    /// <param name="h0">[layers·directions, B, H], or null for zeros.</param>
    /// <param name="c0">The same, for LSTM.</param>
    /// <param name="sequence">Steps and batch.</param>
    /// <param name="order">How the rows of the input, and those of the output, lie.</param>
    /// <param name="training">Whether dropout is at work.</param>
    /// <returns>The output, rows as in the input, and the last states [layers·directions, B, H]; cₙ is null but for LSTM.</returns>
    internal static (Tensor Output, Tensor Hidden, Tensor? Cell) Run(
        RecurrentStack stack, Tensor input, Tensor? h0, Tensor? c0, SequenceShape sequence, RowOrder order, bool training) =>
        input.dtype == ScalarType.Float64
            ? Forward<double>(stack, input, h0, c0, sequence, order, training)
            : Forward<float>(stack, input, h0, c0, sequence, order, training);

    private static (Tensor Output, Tensor Hidden, Tensor? Cell) Forward<T>(
        RecurrentStack stack, Tensor input, Tensor? h0, Tensor? c0, SequenceShape sequence, RowOrder order, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = stack.HiddenSize * stack.Directions;
        var states = Layout.Of(stack.Layers * stack.Directions, sequence.Batch, stack.HiddenSize);
        var output = Tensor.New(OutputLayout(input, width), input.dtype);
        var hidden = Tensor.New(states, input.dtype);
        var cell = stack.Cell == CellKind.Lstm ? Tensor.New(states, input.dtype) : null;
        var node = RecurrentNode<T>.IfRecording(stack, input, h0, c0, sequence, order);

        using (EngineWork.Begin())
        {
            using var startHidden = h0?.Dense();
            using var startCell = c0?.Dense();
            var x = input.Dense();
            for (var layer = 0; layer < stack.Layers; layer++)
            {
                var isLast = layer == stack.Layers - 1;
                var (from, to) = (layer == 0 ? order : Between(order), isLast ? order : Between(order));
                var y = isLast ? output.Share() : Tensor.New(BetweenLayout(order, sequence, width), input.dtype);
                for (var direction = 0; direction < stack.Directions; direction++)
                {
                    var index = layer * stack.Directions + direction;
                    using var weights = new DenseWeights(stack.ParametersOf(layer, direction));
                    var tape = RecurrentCall.Forward<T>(
                        stack.Shape(layer, direction), sequence, weights.All, new(x, from), new(startHidden, index), new(startCell, index),
                        new(y, to, direction * (int)stack.HiddenSize), new(hidden, index), new(cell, index), node is not null);
                    node?.Keep(tape!);
                }

                var noise = !isLast && training && stack.Dropout > 0 ? DropoutNoise.Draw(y.Layout, y.dtype, stack.Dropout) : null;
                var next = noise is null ? y.Share() : y.mul(noise);
                if (node is null)
                {
                    x.Dispose();
                    y.Dispose();
                    noise?.Dispose();
                }
                else
                {
                    node.Keep(x, y, noise);
                }
                x = next;
            }
            x.Dispose();
        }

        if (node is not null)
        {
            node.Attach(output, 0);
            node.Attach(hidden, 1);
            if (cell is not null) node.Attach(cell, 2);
        }
        return (output, hidden, cell);
    }

    /// <summary>
    /// Between layers the rows of a step lie together, which is kind to the cache; and the dropout there is then drawn in PyTorch's order.
    /// </summary>
    internal static RowOrder Between(RowOrder order) => order == RowOrder.Packed ? RowOrder.Packed : RowOrder.TimeFirst;

    private static Layout BetweenLayout(RowOrder order, SequenceShape sequence, long width) =>
        order == RowOrder.Packed ? Layout.Of(sequence.Rows, width) : Layout.Of(sequence.Steps, sequence.Batch, width);

    private static Layout OutputLayout(Tensor input, long width)
    {
        Span<long> sizes = stackalloc long[input.Layout.Rank];
        input.Layout.Sizes.CopyTo(sizes);
        sizes[^1] = width;
        return Layout.Of(sizes);
    }
}
