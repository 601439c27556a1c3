namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// The parameters of one layer and direction, or their gradients: W_ih [G·H, E], W_hh [G·H, H], b_ih and b_hh [G·H], rows contiguous,
/// gates in PyTorch's order (i f g o; r z n). Without biases those two are null; as gradients each that is not wanted is null.
/// </summary>
internal readonly unsafe struct LayerWeights<T>(T* inputHidden, T* hiddenHidden, T* inputBias, T* hiddenBias)
    where T : unmanaged
{
    internal T* InputHidden { get; } = inputHidden;

    internal T* HiddenHidden { get; } = hiddenHidden;

    internal T* InputBias { get; } = inputBias;

    internal T* HiddenBias { get; } = hiddenBias;
}
