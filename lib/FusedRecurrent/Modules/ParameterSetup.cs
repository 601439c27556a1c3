using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>Makes a module's parameters: new ones as PyTorch draws them, or those of another module.</summary>
internal static class ParameterSetup
{
    /// <summary>Checks sizes and options with libtorch's messages.</summary>
    /// <exception cref="ArgumentException">A size or the dropout is out of range.</exception>
    internal static NetworkShape Shape(
        CellKind cell, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional)
    {
        if (dropout is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dropout), dropout,
                "dropout should be a number in range [0, 1] representing the probability of an element being zeroed");
        }

        Check(inputSize >= 0, nameof(inputSize), inputSize, "input_size must not be negative");
        Check(hiddenSize > 0, nameof(hiddenSize), hiddenSize, "hidden_size must be greater than zero");
        Check(numLayers > 0, nameof(numLayers), numLayers, "num_layers must be greater than zero");
        return new(cell, (int)inputSize, (int)hiddenSize, (int)numLayers, bias, batchFirst, dropout, bidirectional);

        static void Check(bool holds, string name, long value, string message)
        {
            if (!holds || value > int.MaxValue)
            {
                throw new ArgumentOutOfRangeException(name, value, message);
            }
        }
    }

    /// <summary>Draws all parameters from uniform(−1/√H, 1/√H), one after the other, and registers them.</summary>
    internal static void Draw(
        IEnumerable<(string Name, long[] Shape)> parameters, long hiddenSize, Device? device, ScalarType? dtype,
        Action<string, Parameter> register)
    {
        double bound = 1 / Math.Sqrt(hiddenSize);
        foreach (var (name, size) in parameters)
        {
            using var _ = no_grad();
            Tensor drawn = empty(size, dtype ?? get_default_dtype(), device).uniform_(-bound, bound).DetachFromDisposeScope();
            register(name, new Parameter(drawn));
        }
    }

    /// <summary>
    /// Registers another module's parameters: wrappers of our own around the same tensors, so that either module may be disposed.
    /// </summary>
    internal static void Share(IEnumerable<string> names, nn.Module source, Action<string, Parameter> register)
    {
        foreach (string name in names)
        {
            var parameter = source.get_parameter(name)!;
            register(name, new Parameter(parameter.alias().DetachFromDisposeScope(), parameter.requires_grad));
        }
    }
}
