using System.Numerics;
using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Simd;
using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// The weights of the pre-activations [x, h]·[W_ih, W_hh]ᵀ + b as panels. LSTM and RNN need one product for all gates; GRU keeps the two
/// sides of n apart, so it has three: r and z together from both x and h, n's input side, n's hidden side.
/// </summary>
internal sealed unsafe class GatePanels<V, T> : IDisposable
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Block[] _blocks;
    private readonly ScratchBlock<T> _memory;
    private readonly T* _bias;

    internal GatePanels(LayerShape layer)
    {
        int hidden = layer.HiddenSize, inputs = layer.InputSize;
        _blocks = layer.Cell == CellKind.Gru
            ? [new(0, 2 * hidden, inputs, hidden), new(2 * hidden, hidden, inputs, 0), new(2 * hidden, hidden, 0, hidden)]
            : [new(0, layer.GateRows, inputs, hidden)];
        long size = 0;
        int column = 0;
        foreach (ref var block in _blocks.AsSpan())
        {
            block.Column = column;
            column += (int)Panels<V, T>.Padded(block.Rows);
            size += Panels<V, T>.Size(block.Depth, block.Rows);
        }

        Columns = column;
        _memory = Scratch.Rent<T>(size + column);
        T* next = _memory.Pointer;
        foreach (ref var block in _blocks.AsSpan())
        {
            block.Panels = new(next, block.Depth, block.Rows);
            next += Panels<V, T>.Size(block.Depth, block.Rows);
        }

        _bias = next;
        Offsets = layer.Cell == CellKind.Gru
            ? (0, hidden, _blocks[1].Column, _blocks[2].Column)
            : (0, hidden, 2 * hidden, 3 * hidden);
    }

    /// <summary>Columns of a row of pre-activations, padding included.</summary>
    internal int Columns { get; }

    /// <summary>Where in such a row the four blocks of H begin.</summary>
    internal (int, int, int, int) Offsets { get; }

    /// <summary>Fills this member's share of the panels.</summary>
    internal void Pack(TeamMember member, LayerShape layer, LayerWeights<T> weights)
    {
        int inputs = layer.InputSize, hidden = layer.HiddenSize;
        foreach (var block in _blocks)
        {
            var (from, to) = member.Share(block.Panels.Count);
            if (block.Inputs > 0)
            {
                block.Panels.Pack((int)from, (int)to, 0, inputs, weights.InputHidden + ((long)block.FirstRow * inputs), 1, inputs);
            }

            if (block.Hidden > 0)
            {
                T* rows = weights.HiddenHidden + ((long)block.FirstRow * hidden);
                block.Panels.Pack((int)from, (int)to, block.Inputs, hidden, rows, 1, hidden);
            }

            if (member.Rank == 0)
            {
                T* target = _bias + block.Column;
                new Span<T>(target, (int)Panels<V, T>.Padded(block.Rows)).Clear();
                for (int j = 0; j < block.Rows && weights.InputBias != null; j++)
                {
                    target[j] = block.Inputs == 0 ? weights.HiddenBias[block.FirstRow + j]
                        : block.Hidden == 0 ? weights.InputBias[block.FirstRow + j]
                        : weights.InputBias[block.FirstRow + j] + weights.HiddenBias[block.FirstRow + j];
                }
            }
        }
    }

    /// <summary>pre = b + x·W_ihᵀ + h·W_hhᵀ for a step's rows; x null where <see cref="MultiplyInput"/> has been here.</summary>
    internal void Multiply(int rows, T* x, nint xRow, T* h, nint hRow, T* pre)
    {
        foreach (var block in _blocks)
        {
            for (int p = 0; p < block.Panels.Count; p++)
            {
                int vectors = block.Panels.Vectors(p), width = vectors * V.Count;
                int column = block.Column + (p * Panels<V, T>.Width);
                T* panel = block.Panels.At(p), target = pre + column;
                if (x == null)
                {
                    panel += (long)block.Inputs * width;
                    Tiles.RunBlocked<V, T>(vectors, rows, block.Hidden, h, hRow, 1, panel, width, target, Columns, target, Columns);
                }
                else if (rows <= Tiles.MaxRows || block.Depth * width * sizeof(T) <= Tiles.BlockBytes)
                {
                    Tiles.Run<V, T>(
                        vectors, rows, block.Inputs, x, xRow, 1, block.Hidden, h, hRow, 1, panel, width,
                        _bias + column, 0, target, Columns);
                }
                else
                {
                    Tiles.RunBlocked<V, T>(vectors, rows, block.Inputs, x, xRow, 1, panel, width, _bias + column, 0, target, Columns);
                    panel += (long)block.Inputs * width;
                    Tiles.RunBlocked<V, T>(vectors, rows, block.Hidden, h, hRow, 1, panel, width, target, Columns, target, Columns);
                }
            }
        }
    }

    /// <summary>pre = b + x·W_ihᵀ for many rows at once, <paramref name="preRow"/> apart.</summary>
    internal void MultiplyInput(int rows, T* x, nint xRow, T* pre, nint preRow)
    {
        foreach (var block in _blocks)
        {
            for (int p = 0; p < block.Panels.Count; p++)
            {
                int vectors = block.Panels.Vectors(p), column = block.Column + (p * Panels<V, T>.Width);
                Tiles.RunBlocked<V, T>(
                    vectors, rows, block.Inputs, x, xRow, 1, block.Panels.At(p), vectors * V.Count,
                    _bias + column, 0, pre + column, preRow);
            }
        }
    }

    public void Dispose() => _memory.Dispose();

    /// <summary>Weight rows [FirstRow, FirstRow + Rows) against Inputs numbers of x and Hidden of h (either may be 0).</summary>
    private struct Block(int firstRow, int rows, int inputs, int hidden)
    {
        internal readonly int FirstRow = firstRow;
        internal readonly int Rows = rows;
        internal readonly int Inputs = inputs;
        internal readonly int Hidden = hidden;
        internal int Column;
        internal Panels<V, T> Panels;

        internal readonly int Depth => Inputs + Hidden;
    }
}
