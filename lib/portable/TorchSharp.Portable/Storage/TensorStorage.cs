using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Storage;

/// <summary>
/// The memory behind one or more tensors. Tensors and the graph count as holders; when the last holder lets go explicitly, the storage goes
/// back to the <see cref="StoragePool"/>. Holders that are merely forgotten leave it to the garbage collector, which is always safe because
/// the memory is an ordinary managed array: read it through spans, or pin it with <c>fixed</c> for as long as a pointer is in use.
/// </summary>
internal sealed class TensorStorage
{
    private readonly byte[] _bytes;
    private readonly int _start;
    private int _holders = 1;

    internal TensorStorage(byte[] bytes, int start, int capacity, int sizeClass)
    {
        _bytes = bytes;
        _start = start;
        Capacity = capacity;
        SizeClass = sizeClass;
    }

    /// <summary>Usable bytes.</summary>
    internal int Capacity { get; }

    internal int SizeClass { get; }

    /// <summary>How often the contents were changed in place. Autograd compares it to see that what it saved still holds.</summary>
    internal int Version { get; set; }

    /// <summary>Nobody else can see this memory, so a gradient may be taken over or added to in place.</summary>
    internal bool HasOneHolder => Volatile.Read(ref _holders) == 1;

    /// <summary>The element at an offset counted in elements of <typeparamref name="T"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref T At<T>(long offset) where T : unmanaged =>
        ref Unsafe.Add(ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _start)), (nint)offset);

    internal TensorStorage Hold()
    {
        Interlocked.Increment(ref _holders);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0) StoragePool.Return(this);
    }

    /// <summary>Makes a storage from the pool ready for its next holder.</summary>
    internal TensorStorage Renew()
    {
        _holders = 1;
        Version = 0;
        return this;
    }
}
