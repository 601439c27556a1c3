namespace TorchSharp.Operations;

/// <summary>
/// A tensor in row-major order for the length of a block: itself if it already is, else a copy that is disposed at the end of the block.
/// </summary>
/// <example><code>using var x = Packed.Of(input);</code></example>
internal readonly ref struct Packed
{
    private readonly bool _isCopy;

    private Packed(Tensor tensor, bool isCopy)
    {
        Tensor = tensor;
        _isCopy = isCopy;
    }

    internal Tensor Tensor { get; }

    public static implicit operator Tensor(Packed packed) => packed.Tensor;

    internal static Packed Of(Tensor tensor) => tensor.Layout.IsContiguous ? new(tensor, false) : Copy(tensor);

    /// <summary>The elements in the order of permuted dimensions.</summary>
    internal static Packed Of(Tensor tensor, ReadOnlySpan<int> order)
    {
        using var work = EngineWork.Begin();
        using var recording = GradMode.Set(false);
        using var moved = Views.Permute(tensor, order);
        return Copy(moved);
    }

    public void Dispose()
    {
        if (_isCopy) Tensor.Dispose();
    }

    private static Packed Copy(Tensor tensor)
    {
        using (EngineWork.Begin()) return new(Copying.ToDense(tensor), true);
    }
}
