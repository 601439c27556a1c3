using System.Numerics;
using TorchSharp.Kernels.Recurrent;

namespace TorchSharp;

/// <summary>One step of a recurrent cell as one step of the graph: a layer over a sequence of length 1.</summary>
internal static class CellOperation
{
    internal static (Tensor Hidden, Tensor? Cell) Run(LayerShape shape, Tensor input, Tensor? h0, Tensor? c0, ReadOnlySpan<Tensor?> parameters) =>
        input.dtype == ScalarType.Float64
            ? Forward<double>(shape, input, h0, c0, parameters)
            : Forward<float>(shape, input, h0, c0, parameters);

    private static (Tensor Hidden, Tensor? Cell) Forward<T>(
        LayerShape shape, Tensor input, Tensor? h0, Tensor? c0, ReadOnlySpan<Tensor?> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = input.Layout.Sizes[0];
        var hidden = Tensor.New(Layout.Of(batch, shape.HiddenSize), input.dtype);
        var cell = shape.Cell == CellKind.Lstm ? Tensor.New(hidden.Layout, input.dtype) : null;
        var records = GradMode.Records([input, h0, c0, .. parameters]);
        var sequence = SequenceShape.Uniform(1, batch);
        LayerTape<T>? tape;
        using (EngineWork.Begin())
        {
            using var x = input.Dense();
            using var startHidden = h0?.Dense();
            using var startCell = c0?.Dense();
            using var weights = new DenseWeights(parameters);
            tape = RecurrentCall.Forward<T>(
                shape, sequence, weights.All, new(x, RowOrder.Packed), new(startHidden, 0), new(startCell, 0), new(hidden, RowOrder.Packed),
                default, new(cell, 0), records);
        }
        if (tape is null) return (hidden, cell);

        var node = new CellNode<T>(tape, input, h0, c0, parameters, hidden);
        node.Attach(hidden, 0);
        if (cell is not null) node.Attach(cell, 1);
        return (hidden, cell);
    }

    private sealed class CellNode<T> : GradientNode where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private const int FirstWeight = 3;
        private const int Weights = 4;

        private readonly LayerTape<T> _tape;

        internal CellNode(LayerTape<T> tape, Tensor input, Tensor? h0, Tensor? c0, ReadOnlySpan<Tensor?> weights, Tensor hidden)
            : base([input, h0, c0, .. weights])
        {
            _tape = tape;
            Save([input, h0, c0, .. weights, hidden]);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice(_tape.Layer.Cell + "Cell");
            using var x = Saved(0).Dense();
            using var h0 = HasSaved(1) ? Saved(1).Dense() : null;
            using var c0 = HasSaved(2) ? Saved(2).Dense() : null;
            using var y = Saved(FirstWeight + Weights).Dense();
            using var dy = outputs[0]?.Dense();
            using var dc = outputs.Length > 1 ? outputs[1]?.Dense() : null;
            var weights = default(DenseWeights);
            for (var i = 0; i < Weights; i++)
            {
                if (HasSaved(FirstWeight + i)) weights.Add(Saved(FirstWeight + i));
            }
            for (var i = 0; i < inputs.Length; i++)
            {
                if (Needs(i)) inputs[i] = Tensor.New(Saved(i).Layout, Saved(i).dtype);
            }
            using (weights)
            {
                RecurrentCall.Backward(
                    _tape, weights.All, new(x, RowOrder.Packed), new(h0, 0), new(c0, 0), new(y, RowOrder.Packed), new(dy, RowOrder.Packed),
                    default, new(dc, 0), new(inputs[0], RowOrder.Packed), false, inputs[FirstWeight..], new(inputs[1], 0), new(inputs[2], 0));
            }
        }

        protected override void OnRelease() => _tape.Dispose();
    }
}
