namespace TorchSharp.Autograd;

/// <summary>Keeps the gradient of a tensor that is no leaf, because <c>retain_grad</c> asked for it.</summary>
internal sealed class GradientSlot(int output)
{
    internal int Output { get; } = output;

    internal Tensor? Gradient { get; private set; }

    internal void Set(Tensor gradient)
    {
        Gradient?.Dispose();
        Gradient = gradient.ShareInGraph();
    }
}
