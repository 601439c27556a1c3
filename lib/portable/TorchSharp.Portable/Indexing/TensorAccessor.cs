using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor, in logical order whatever its strides. Writing through it changes the tensor.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor)
    {
        tensor.RequireClr<T>();
        // A handle of its own: the elements stay readable when the tensor is disposed first.
        using (EngineWork.Begin()) _tensor = tensor.Share();
    }

    public long Count => _tensor.Layout.Count;

    public bool IsReadOnly => false;

    /// <summary>One element, by its coordinates or by its number in logical order.</summary>
    public T this[params long[] indices]
    {
        get => At(indices);
        set
        {
            At(indices) = value;
            InPlace.Done(_tensor);
        }
    }

    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) =>
        left is null ? right is null : right is not null && left.AsSpan().SequenceEqual(right.AsSpan());

    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    public T[] ToArray() => AsSpan().ToArray();

    /// <summary>An array of the tensor's shape.</summary>
    public Array ToNDArray()
    {
        if (_tensor.Layout.Rank == 0) return new[] { _tensor.First<T>() };
        var array = Array.CreateInstance(typeof(T), _tensor.Layout.Sizes);
        AsSpan().CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length));
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = AsSpan()[(int)tensorIndex..];
        source[..Math.Min(source.Length, array.Length - arrayIndex)].CopyTo(array[arrayIndex..]);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        for (var i = 0L; i < count; i++) Number(tensorIndex + i) = array[(int)(arrayIndex + i)];
        InPlace.Done(_tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++) yield return Number(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => Count.GetHashCode();

    public void Dispose() => _tensor.Dispose();

    private ReadOnlySpan<T> AsSpan()
    {
        if (_tensor.Layout.IsContiguous) return _tensor.Elements<T>();
        using var work = EngineWork.Begin();
        using var dense = _tensor.Dense();
        return dense.Elements<T>().ToArray();
    }

    private ref T At(ReadOnlySpan<long> indices)
    {
        var layout = _tensor.Layout;
        if (indices.Length == 1) return ref Number(indices[0]);
        if (indices.Length != layout.Rank)
        {
            throw new ArgumentException(
                $"Expected {layout.Rank} indices for a tensor of shape {layout.Describe()}, got {indices.Length}.", nameof(indices));
        }
        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= layout.Sizes[d])
                throw new ArgumentOutOfRangeException(nameof(indices), indices[d], $"Expected an index below {layout.Sizes[d]} for dimension {d}.");
            offset += indices[d] * layout.Strides[d];
        }
        return ref Unsafe.Add(ref _tensor.First<T>(), (nint)offset);
    }

    /// <summary>The element with this number in logical order.</summary>
    private ref T Number(long index)
    {
        var layout = _tensor.Layout;
        if (index < 0 || index >= layout.Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected an index below {layout.Count}.");
        var offset = 0L;
        for (var d = layout.Rank - 1; d >= 0; d--)
        {
            offset += index % layout.Sizes[d] * layout.Strides[d];
            index /= layout.Sizes[d];
        }
        return ref Unsafe.Add(ref _tensor.First<T>(), (nint)offset);
    }
}
