using System.Numerics;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>What a training forward pass keeps for its backward pass. Disposing returns the memory for the next step.</summary>
internal sealed unsafe class LayerTape<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ScratchBlock<T> _gates;
    private readonly ScratchBlock<T> _cells;
    private bool _disposed;

    internal LayerTape(LayerShape layer, SequenceShape sequence, long gateColumns, long cellColumns)
    {
        Layer = layer;
        Sequence = sequence;
        if (gateColumns > 0)
        {
            _gates = Scratch.Rent<T>(sequence.Rows * gateColumns);
        }

        if (cellColumns > 0)
        {
            _cells = Scratch.Rent<T>(sequence.Rows * cellColumns);
        }
    }

    ~LayerTape() => Release();

    internal LayerShape Layer { get; }

    internal SequenceShape Sequence { get; }

    /// <summary>The activated gates of each row.</summary>
    internal T* Gates => _gates.Pointer;

    /// <summary>The cell state after each row.</summary>
    internal T* Cells => _cells.Pointer;

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (!_disposed)
        {
            _disposed = true;
            _gates.Dispose();
            _cells.Dispose();
        }
    }
}
