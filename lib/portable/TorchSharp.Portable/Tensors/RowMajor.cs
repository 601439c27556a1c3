namespace TorchSharp.Tensors;

/// <summary>A tensor in row-major order for the time of a call: itself where it is, so that a training step makes no handles, else a copy.</summary>
internal readonly ref struct RowMajor
{
    private readonly Tensor? _copy;

    internal RowMajor(Tensor tensor)
    {
        _copy = tensor.Layout.IsContiguous ? null : Copying.ToDense(tensor);
        Tensor = _copy ?? tensor;
    }

    /// <summary>To be read until this is disposed.</summary>
    internal Tensor Tensor { get; }

    public void Dispose() => _copy?.Dispose();
}
