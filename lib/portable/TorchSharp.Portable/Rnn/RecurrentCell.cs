using TorchSharp.Kernels.Recurrent;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>What LSTMCell, GRUCell and RNNCell have in common: one step of one layer, its parameters and its checks.</summary>
internal sealed class RecurrentCell
{
    private readonly Parameter?[] _parameters = new Parameter?[4];
    private readonly LayerShape _shape;

    internal RecurrentCell(CellKind kind, long inputSize, long hiddenSize, bool bias, ScalarType? dtype, Action<string, Parameter> register)
    {
        _shape = new LayerShape(kind, checked((int)inputSize), checked((int)hiddenSize), Reverse: false);
        var index = 0;
        foreach (var (name, shape) in RecurrentStack.ParameterShapes(kind, inputSize, hiddenSize, bias))
        {
            var parameter = FreshParameter.Uniform(shape, 1 / Math.Sqrt(hiddenSize), dtype);
            _parameters[index++] = parameter;
            register(name, parameter);
        }
    }

    /// <summary>W_ih, W_hh, b_ih, b_hh by position; the biases may be null.</summary>
    internal Parameter? this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = value;
    }

    /// <param name="input">[batch, feature], or [feature].</param>
    /// <param name="h0">The hidden state before, [batch, hidden] or [hidden]; null for zeros.</param>
    /// <param name="c0">The cell state before, for LSTM.</param>
    internal (Tensor Hidden, Tensor? Cell) Step(Tensor input, Tensor? h0, Tensor? c0)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Layout.Rank is not (1 or 2)) throw TorchError.Of($"Expected input to be 1D or 2D, got {input.Layout.Rank}D instead");
        if (input.Layout.Rank == 2)
        {
            Check(input, h0, 0);
            Check(input, c0, 1);
            return CellOperation.Run(_shape, input, h0, c0, _parameters);
        }

        using var scope = NewDisposeScope();
        var (hidden, cell) = Step(input.unsqueeze(0), h0?.unsqueeze(0), c0?.unsqueeze(0));
        return (hidden.squeeze(0).MoveToOuterDisposeScope(), cell?.squeeze(0).MoveToOuterDisposeScope());
    }

    private void Check(Tensor input, Tensor? state, int index)
    {
        var (batch, features) = (input.Layout.Sizes[0], input.Layout.Sizes[1]);
        if (features != _shape.InputSize) throw TorchError.Of($"input has inconsistent input_size: got {features} expected {_shape.InputSize}");
        RecurrentInput.CheckType(input, _parameters[0]!);
        if (state is null) return;
        if (state.Layout.Rank != 2) throw TorchError.Of($"Expected hidden to be 1D or 2D, got {state.Layout.Rank}D instead");
        if (state.Layout.Sizes[0] != batch)
        {
            throw TorchError.Of(
                $"Input batch size {batch} doesn't match hidden{(_shape.Cell == CellKind.Lstm ? $"[{index}]" : "")} batch size {state.Layout.Sizes[0]}");
        }
        if (state.Layout.Sizes[1] != _shape.HiddenSize)
        {
            throw TorchError.Of(
                $"hidden{(_shape.Cell == CellKind.Lstm ? $"[{index}]" : "")} has inconsistent hidden_size: got {state.Layout.Sizes[1]}, expected {_shape.HiddenSize}");
        }
        RecurrentInput.CheckType(state, _parameters[0]!);
    }
}
