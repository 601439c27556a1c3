using TorchSharp.Kernels.Recurrent;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public enum NonLinearities
        {
            ReLU = 0,
            Tanh = 1,
        }
    }
}

internal static class NonLinearityExtensions
{
    internal static CellKind Cell(this nn.NonLinearities nonLinearity) => nonLinearity switch
    {
        nn.NonLinearities.Tanh => CellKind.RnnTanh,
        nn.NonLinearities.ReLU => CellKind.RnnRelu,
        _ => throw new ArgumentException($"expected Tanh or ReLU, got {nonLinearity}", nameof(nonLinearity)),
    };
}
