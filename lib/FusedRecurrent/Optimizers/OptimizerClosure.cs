using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>A step's closure, which computes the loss anew with gradients on.</summary>
internal static class OptimizerClosure
{
    internal static Tensor? Run(Func<Tensor>? closure)
    {
        using var _ = enable_grad();
        return closure?.Invoke();
    }
}
