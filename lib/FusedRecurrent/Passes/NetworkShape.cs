using FusedRecurrent.Kernels.Recurrent;

namespace FusedRecurrent.Passes;

/// <summary>Sizes and options of a stack of recurrent layers, apart from its parameters.</summary>
internal sealed record NetworkShape(
    CellKind Cell, int InputSize, int HiddenSize, int Layers, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    internal int Directions => Bidirectional ? 2 : 1;

    /// <summary>Columns of the output.</summary>
    internal int OutputSize => HiddenSize * Directions;

    /// <summary>Passes over the sequence: each layer, each direction. States have one block for each.</summary>
    internal int Passes => Layers * Directions;

    /// <summary>Parameters of one layer and direction.</summary>
    internal int ParametersPerPass => Bias ? 4 : 2;

    /// <summary>The layer that pass <paramref name="pass"/> belongs to.</summary>
    internal int LayerOf(int pass) => pass / Directions;

    /// <summary>What pass <paramref name="pass"/> runs: layer by layer, forward before reverse.</summary>
    internal LayerShape Pass(int pass) =>
        new(Cell, LayerOf(pass) == 0 ? InputSize : OutputSize, HiddenSize, Reverse: pass % Directions == 1);

    /// <summary>PyTorch's names and shapes of the parameters, in PyTorch's order.</summary>
    internal IEnumerable<(string Name, long[] Shape)> Parameters()
    {
        for (int pass = 0; pass < Passes; pass++)
        {
            var layer = Pass(pass);
            string suffix = $"_l{LayerOf(pass)}{(layer.Reverse ? "_reverse" : "")}";
            yield return ("weight_ih" + suffix, [layer.GateRows, layer.InputSize]);
            yield return ("weight_hh" + suffix, [layer.GateRows, HiddenSize]);
            if (Bias)
            {
                yield return ("bias_ih" + suffix, [layer.GateRows]);
                yield return ("bias_hh" + suffix, [layer.GateRows]);
            }
        }
    }
}
