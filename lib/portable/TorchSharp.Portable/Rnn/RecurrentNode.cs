using System.Numerics;
using TorchSharp.Kernels.Recurrent;

namespace TorchSharp;

/// <summary>
/// The way back through all layers of a recurrent network: from the last layer to the first, each turning the gradient of its output into
/// those of its weights and of its input, which is the output of the layer below.
/// </summary>
internal sealed class RecurrentNode<T> : GradientNode where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FixedInputs = 3;

    /// <summary>W_ih and W_hh. The biases behind them have no part in the way back.</summary>
    private const int WeightsPerLayer = 2;

    private readonly RecurrentStack _stack;
    private readonly SequenceShape _sequence;
    private readonly RowOrder _order;
    private readonly List<LayerTape<T>> _tapes;
    private readonly List<(Tensor Input, Tensor Output, Tensor? Noise)> _layers;
    private bool _isFreed;

    private RecurrentNode(RecurrentStack stack, SequenceShape sequence, RowOrder order, ReadOnlySpan<Tensor?> inputs) : base(inputs)
    {
        (_stack, _sequence, _order) = (stack, sequence, order);
        _tapes = new(stack.Layers * stack.Directions);
        _layers = new(stack.Layers);
    }

    internal static RecurrentNode<T>? IfRecording(
        RecurrentStack stack, Tensor input, Tensor? h0, Tensor? c0, SequenceShape sequence, RowOrder order)
    {
        var parameters = stack.Parameters;
        var pooled = System.Buffers.ArrayPool<Tensor?>.Shared.Rent(FixedInputs + parameters.Length);
        try
        {
            var inputs = pooled.AsSpan(0, FixedInputs + parameters.Length);
            (inputs[0], inputs[1], inputs[2]) = (input, h0, c0);
            for (var i = 0; i < parameters.Length; i++) inputs[FixedInputs + i] = parameters[i];
            if (!GradMode.Records(inputs)) return null;
            var node = new RecurrentNode<T>(stack, sequence, order, inputs);

            // The layers' inputs are kept with their tapes.
            inputs[0] = null;
            for (var i = WeightsPerLayer; i < parameters.Length; i += stack.ParametersPerLayer)
            {
                inputs.Slice(FixedInputs + i, stack.ParametersPerLayer - WeightsPerLayer).Clear();
            }

            node.Save(inputs);
            return node;
        }
        finally
        {
            System.Buffers.ArrayPool<Tensor?>.Shared.Return(pooled, clearArray: true);
        }
    }

    internal void Keep(LayerTape<T> tape) => _tapes.Add(tape);

    /// <summary>Takes over what went into a layer, what came out, and the dropout behind it.</summary>
    internal void Keep(Tensor input, Tensor output, Tensor? noise) => _layers.Add((input, output, noise));

    internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
    {
        if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice(_stack.Cell.ToString().ToLowerInvariant());
        if (_isFreed) ThrowIfReleased();
        using var h0 = HasSaved(1) ? Saved(1).Dense() : null;
        using var c0 = HasSaved(2) ? Saved(2).Dense() : null;
        using var hiddenSlope = outputs.Length > 1 ? outputs[1]?.Dense() : null;
        using var cellSlope = outputs.Length > 2 ? outputs[2]?.Dense() : null;
        var dh0 = inputs[1] = Needs(1) ? Tensor.New(h0!.Layout, h0.dtype) : null;
        var dc0 = inputs[2] = Needs(2) ? Tensor.New(c0!.Layout, c0.dtype) : null;

        var dy = outputs[0]?.Dense();
        for (var layer = _stack.Layers - 1; layer >= 0; layer--)
        {
            var (x, y, noise) = _layers[layer];
            var between = RecurrentOperation.Between(_order);
            var (from, to) = (layer == 0 ? _order : between, layer == _stack.Layers - 1 ? _order : between);
            if (noise is not null) Replace(ref dy, dy!.mul(noise));
            var dx = layer > 0 || Needs(0) ? Tensor.New(x.Layout, x.dtype) : null;
            for (var direction = 0; direction < _stack.Directions; direction++)
            {
                var index = layer * _stack.Directions + direction;
                var column = direction * (int)_stack.HiddenSize;
                using var weights = WeightsOf(index);
                RecurrentCall.Backward(
                    _tapes[index], weights.All, new(x, from), new(h0, index), new(c0, index), new(y, to, column),
                    new(dy, to, column), new(hiddenSlope, index), new(cellSlope, index), new(dx, from), direction == 1,
                    GradientsOf(index, inputs), new(dh0, index), new(dc0, index));
            }
            Replace(ref dy, dx);
        }
        inputs[0] = dy;
    }

    protected override void OnRelease()
    {
        foreach (var tape in _tapes) tape.Dispose();
        foreach (var (input, output, noise) in _layers)
        {
            input.Dispose();
            output.Dispose();
            noise?.Dispose();
        }
        _tapes.Clear();
        _layers.Clear();
        _isFreed = true;
    }

    private static void Replace(ref Tensor? old, Tensor? value)
    {
        old?.Dispose();
        old = value;
    }

    /// <summary>The weights as they were: changing them between forward and backward is an error, which <c>Saved</c> reports.</summary>
    private DenseWeights WeightsOf(int index)
    {
        var first = FixedInputs + index * _stack.ParametersPerLayer;
        var weights = default(DenseWeights);
        for (var i = 0; i < WeightsPerLayer; i++) weights.Add(Saved(first + i));
        return weights;
    }

    /// <summary>New tensors for the gradients that are wanted, among the node's results.</summary>
    private ReadOnlySpan<Tensor?> GradientsOf(int index, Span<Tensor?> inputs)
    {
        var first = FixedInputs + index * _stack.ParametersPerLayer;
        for (var i = first; i < first + _stack.ParametersPerLayer; i++)
        {
            if (Needs(i)) inputs[i] = Tensor.New(_stack.Parameters[i - FixedInputs].Layout, Saved(first).dtype);
        }
        return inputs.Slice(first, _stack.ParametersPerLayer);
    }
}
