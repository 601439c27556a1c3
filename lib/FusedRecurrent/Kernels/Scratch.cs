using System.Numerics;
using System.Runtime.InteropServices;

namespace FusedRecurrent.Kernels;

/// <summary>
/// Native memory for the inside of kernels, kept for the next caller when returned, so that a training step allocates nothing.
/// Aligned to cache lines; the contents are whatever the last user left.
/// </summary>
internal static unsafe class Scratch
{
    private const nuint Alignment = 64;

    private static readonly Lock Gate = new();

    /// <summary>Free blocks by the power of two of their size.</summary>
    private static readonly Stack<nint>[] Free = [.. Enumerable.Range(0, 64).Select(_ => new Stack<nint>())];

    /// <summary>Memory for <paramref name="count"/> elements, to be disposed when done.</summary>
    internal static ScratchBlock<T> Rent<T>(long count)
        where T : unmanaged
    {
        ulong bytes = Math.Max((ulong)Alignment, checked((ulong)count * (ulong)sizeof(T)));
        int power = BitOperations.Log2(bytes - 1) + 1;
        lock (Gate)
        {
            if (Free[power].TryPop(out nint block))
            {
                return new ScratchBlock<T>((T*)block, power);
            }
        }

        return new ScratchBlock<T>((T*)NativeMemory.AlignedAlloc((nuint)1 << power, Alignment), power);
    }

    internal static void Return(void* block, int power)
    {
        lock (Gate)
        {
            Free[power].Push((nint)block);
        }
    }
}

/// <summary>A rented block of <see cref="Scratch"/> memory.</summary>
internal readonly unsafe struct ScratchBlock<T>(T* pointer, int power) : IDisposable
    where T : unmanaged
{
    internal T* Pointer { get; } = pointer;

    public void Dispose()
    {
        if (Pointer != null)
        {
            Scratch.Return(Pointer, power);
        }
    }
}
