using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>What the cells have in common: a cell is a network of one layer that runs one step.</summary>
internal static class CellSetup
{
    internal static RecurrentNetwork Network(
        CellKind cell, long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype,
        Action<string, Parameter> register, Func<string, Parameter?> find)
    {
        var shape = ParameterSetup.Shape(cell, inputSize, hiddenSize, 1, bias, batchFirst: false, dropout: 0, bidirectional: false);
        (string Name, long[] Shape)[] parameters = [.. shape.Parameters().Select(p => (p.Name.Replace("_l0", ""), p.Shape))];
        ParameterSetup.Draw(parameters, hiddenSize, device, dtype, register);
        return new(shape, Array.ConvertAll(parameters, parameter => parameter.Name), find);
    }
}
