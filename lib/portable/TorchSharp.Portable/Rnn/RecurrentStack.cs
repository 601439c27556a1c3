using System.Globalization;
using TorchSharp.Kernels.Recurrent;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>
/// The structure and the parameters of an LSTM, GRU or RNN: layers above one another, each in one direction or both. Parameters come in
/// PyTorch's order: of layer 0, of its reverse, of layer 1, ….
/// </summary>
internal sealed class RecurrentStack
{
    private readonly Parameter[] _parameters;
    private readonly LayerShape[] _shapes;

    internal RecurrentStack(
        CellKind cell, long inputSize, long hiddenSize, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        ScalarType? dtype, Action<string, Parameter> register)
    {
        Check(inputSize, hiddenSize, layers, dropout);
        (Cell, InputSize, HiddenSize, Layers) = (cell, inputSize, hiddenSize, (int)layers);
        (HasBias, BatchFirst, Dropout, Directions) = (bias, batchFirst, dropout, bidirectional ? 2 : 1);
        if (dropout > 0 && layers == 1) WarnOfDropout(dropout);

        ParametersPerLayer = bias ? 4 : 2;
        _parameters = new Parameter[Layers * Directions * ParametersPerLayer];
        _shapes = new LayerShape[Layers * Directions];
        var index = 0;
        for (var layer = 0; layer < Layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var inputs = layer == 0 ? inputSize : hiddenSize * Directions;
                _shapes[layer * Directions + direction] = new LayerShape(cell, (int)inputs, (int)hiddenSize, Reverse: direction == 1);
                var suffix = layer.ToString(CultureInfo.InvariantCulture) + (direction == 1 ? "_reverse" : "");
                foreach (var (name, shape) in ParameterShapes(cell, inputs, hiddenSize, bias))
                {
                    var parameter = FreshParameter.Uniform(shape, 1 / Math.Sqrt(hiddenSize), dtype);
                    _parameters[index++] = parameter;
                    register($"{name}_l{suffix}", parameter);
                }
            }
        }
    }

    internal CellKind Cell { get; }

    internal long InputSize { get; }

    internal long HiddenSize { get; }

    internal int Layers { get; }

    /// <summary>1, or 2 when every layer runs both ways.</summary>
    internal int Directions { get; }

    internal bool HasBias { get; }

    internal bool BatchFirst { get; }

    /// <summary>The share of elements set to 0 between layers while training.</summary>
    internal double Dropout { get; }

    internal int ParametersPerLayer { get; }

    internal ReadOnlySpan<Parameter> Parameters => _parameters;

    internal LayerShape Shape(int layer, int direction) => _shapes[layer * Directions + direction];

    /// <summary>W_ih, W_hh and, with biases, b_ih and b_hh of one layer and direction.</summary>
    internal ReadOnlySpan<Parameter> ParametersOf(int layer, int direction) =>
        _parameters.AsSpan((layer * Directions + direction) * ParametersPerLayer, ParametersPerLayer);

    /// <summary>The parameters of one layer and direction, or of a cell, with their shapes.</summary>
    internal static IEnumerable<(string Name, long[] Shape)> ParameterShapes(CellKind cell, long inputs, long hidden, bool bias)
    {
        var rows = cell.Gates() * hidden;
        yield return ("weight_ih", [rows, inputs]);
        yield return ("weight_hh", [rows, hidden]);
        if (!bias) yield break;
        yield return ("bias_ih", [rows]);
        yield return ("bias_hh", [rows]);
    }

    private static void Check(long inputSize, long hiddenSize, long layers, double dropout)
    {
        if (inputSize <= 0) throw TorchError.Of($"input_size must be greater than zero\ngot {inputSize}");
        if (hiddenSize <= 0) throw TorchError.Of($"hidden_size must be greater than zero\ngot {hiddenSize}");
        if (layers <= 0) throw TorchError.Of($"num_layers must be greater than zero\ngot {layers}");
        if (dropout is not (>= 0 and <= 1))
            throw TorchError.Of("dropout should be a number in range [0, 1] representing the probability of an element being zeroed");
    }

    private static void WarnOfDropout(double dropout) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"Warning: dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout={dropout} and num_layers=1"));
}
