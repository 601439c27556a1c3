using System.Numerics;

namespace TorchSharp.Storage;

/// <summary>
/// Storages waiting for their next use, by size class: multiples of 64 bytes up to 1 KiB, then eight classes to each doubling, so at most an
/// eighth is wasted. After each full garbage collection the pool drops what lay idle ever since the one before.
/// </summary>
internal static class StoragePool
{
    /// <summary>Vectors of every width, and cache lines, start at multiples of this.</summary>
    private const int Alignment = 64;

    private const int SmallClasses = 16;
    private const int MaxBytes = 0x7FFFFFC7 - Alignment;

    private static readonly Shelf[] Shelves = MakeShelves();

    static StoragePool() => FullCollection.Notify(static () =>
    {
        foreach (var shelf in Shelves) shelf.Trim();
    });

    /// <summary>Memory with arbitrary contents for at least <paramref name="bytes"/> bytes.</summary>
    internal static TensorStorage Rent(long bytes)
    {
        if (bytes > MaxBytes)
            throw TorchError.Of($"not enough memory: a tensor of the portable engine holds up to {MaxBytes} bytes, you tried to allocate {bytes} bytes.");
        var (sizeClass, capacity) = Class((int)bytes);
        return Shelves[sizeClass].Take()?.Renew() ?? Allocate(sizeClass, capacity);
    }

    internal static void Return(TensorStorage storage) => Shelves[storage.SizeClass].Put(storage);

    internal static (int Index, int Capacity) Class(int bytes)
    {
        if (bytes <= SmallClasses * Alignment)
        {
            var lines = Math.Max(1, (bytes + Alignment - 1) / Alignment);
            return (lines - 1, lines * Alignment);
        }
        var power = BitOperations.Log2((uint)bytes - 1);
        var step = 1L << (power - 3);
        var capacity = (bytes + step - 1) / step * step;
        var eighth = (int)((capacity - (1L << power)) / step);
        return (SmallClasses + ((power - 10) * 8) + eighth - 1, (int)Math.Min(capacity, MaxBytes));
    }

    /// <summary>Small arrays live on the ordinary heap, where they are cheap to forget; large ones are pinned, so that they stay aligned.</summary>
    private static TensorStorage Allocate(int sizeClass, int capacity)
    {
        if (capacity < 4096) return new TensorStorage(GC.AllocateUninitializedArray<byte>(capacity), 0, capacity, sizeClass);
        var bytes = GC.AllocateUninitializedArray<byte>(capacity + Alignment, pinned: true);
        return new TensorStorage(bytes, Misalignment(bytes), capacity, sizeClass);
    }

    private static unsafe int Misalignment(byte[] pinned)
    {
        fixed (byte* start = pinned) return (int)(-(nint)start & (Alignment - 1));
    }

    private static Shelf[] MakeShelves()
    {
        var shelves = new Shelf[SmallClasses + ((31 - 10) * 8)];
        for (var i = 0; i < shelves.Length; i++) shelves[i] = new Shelf();
        return shelves;
    }

    /// <summary>The idle storages of one size class, last in first out.</summary>
    private sealed class Shelf
    {
        private readonly Lock _gate = new();
        private readonly Stack<TensorStorage> _idle = new();
        private int _fewest;

        internal TensorStorage? Take()
        {
            lock (_gate)
            {
                if (!_idle.TryPop(out var storage)) return null;
                _fewest = Math.Min(_fewest, _idle.Count);
                return storage;
            }
        }

        internal void Put(TensorStorage storage)
        {
            lock (_gate) _idle.Push(storage);
        }

        /// <summary>Drops as many as were never needed since the last call.</summary>
        internal void Trim()
        {
            lock (_gate)
            {
                for (; _fewest > 0; _fewest--) _idle.Pop();
                _fewest = _idle.Count;
            }
        }
    }
}
