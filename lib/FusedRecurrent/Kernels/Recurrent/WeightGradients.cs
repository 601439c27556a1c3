using System.Numerics;
using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Simd;
using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// Sums dW = Σ da·[x, h₋₁]ᵀ and db = Σ da of every group over the rows it hands in, from the last time step to the first, and adds the
/// groups up at the end.
/// </summary>
internal sealed unsafe class WeightGradients<V, T> : IDisposable
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerShape _layer;
    private readonly int _groups;
    private readonly int _rows;
    private readonly long _columns;
    private readonly ScratchBlock<T> _memory;

    /// <param name="layer">The layer.</param>
    /// <param name="blocks">Blocks of H in a row of gate gradients.</param>
    /// <param name="groups">Groups of sequences.</param>
    internal WeightGradients(LayerShape layer, int blocks, int groups)
    {
        _layer = layer;
        _groups = groups;
        _rows = blocks * layer.HiddenSize;
        GateGradientRow = GateRow(_rows);
        _columns = Panels<V, T>.Padded(layer.InputSize + layer.HiddenSize);
        _memory = Scratch.Rent<T>(groups * _rows * (_columns + 1));
    }

    /// <summary>
    /// Between rows of gate gradients: an odd number of cache lines. A tile goes down these rows; at a power of two they would all fall
    /// into a few sets of the first-level cache.
    /// </summary>
    internal static int GateRow(int gates)
    {
        const int LineBytes = 64;
        int line = LineBytes / sizeof(T);
        return (((gates + line - 1) / line) | 1) * line;
    }

    /// <summary>From one row of gate gradients to the next.</summary>
    internal int GateGradientRow { get; }

    /// <summary>Starts a group's sums at zero.</summary>
    internal void Clear(int group)
    {
        new Span<T>(Weights(group), checked((int)(_rows * _columns))).Clear();
        new Span<T>(Biases(group), _rows).Clear();
    }

    /// <summary>Takes up <paramref name="count"/> rows: their gate gradients, and panels with [x, h₋₁] of each row.</summary>
    internal void Add(int group, int count, T* gateGradients, Panels<V, T> inputs)
    {
        int hidden = _layer.HiddenSize;
        for (int p = 0; p < inputs.Count; p++)
        {
            long column = (long)p * Panels<V, T>.Width;
            if (_layer.Cell != CellKind.Gru)
            {
                Multiply(group, 0, _rows, count, gateGradients, inputs, p);
                continue;
            }

            // r and z take both sides, the third block x alone, the fourth h₋₁ alone.
            Multiply(group, 0, 2 * hidden, count, gateGradients, inputs, p);
            if (column < _layer.InputSize)
            {
                Multiply(group, 2 * hidden, hidden, count, gateGradients, inputs, p);
            }

            if (column + inputs.Columns(p) > _layer.InputSize)
            {
                Multiply(group, 3 * hidden, hidden, count, gateGradients, inputs, p);
            }
        }

        T* bias = Biases(group);
        for (int r = 0; r < count; r++)
        {
            Accumulate.Add<V, T>(gateGradients + ((long)r * GateGradientRow), bias, _rows);
        }
    }

    /// <summary>Adds the groups up, first to last, into this member's share of the gradients.</summary>
    internal void Finish(TeamMember member, LayerWeights<T> gradients)
    {
        var (from, to) = member.Share(_rows);
        for (int group = 1; group < _groups; group++)
        {
            Accumulate.Add<V, T>(Weights(group) + (from * _columns), Weights(0) + (from * _columns), (to - from) * _columns);
            Accumulate.Add<V, T>(Biases(group) + from, Biases(0) + from, to - from);
        }

        int hidden = _layer.HiddenSize, inputs = _layer.InputSize;
        bool twoSides = _layer.Cell == CellKind.Gru;
        for (long row = from; row < to; row++)
        {
            T* sums = Weights(0) + (row * _columns);
            bool inputSide = !twoSides || row < 3 * hidden, hiddenSide = !twoSides || row < 2 * hidden || row >= 3 * hidden;
            long hiddenRow = twoSides && row >= 3 * hidden ? row - hidden : row;
            if (inputSide && gradients.InputHidden != null)
            {
                new ReadOnlySpan<T>(sums, inputs).CopyTo(new Span<T>(gradients.InputHidden + (row * inputs), inputs));
            }

            if (inputSide && gradients.InputBias != null)
            {
                gradients.InputBias[row] = Biases(0)[row];
            }

            if (hiddenSide && gradients.HiddenHidden != null)
            {
                new ReadOnlySpan<T>(sums + inputs, hidden).CopyTo(new Span<T>(gradients.HiddenHidden + (hiddenRow * hidden), hidden));
            }

            if (hiddenSide && gradients.HiddenBias != null)
            {
                gradients.HiddenBias[hiddenRow] = Biases(0)[row];
            }
        }
    }

    public void Dispose() => _memory.Dispose();

    private void Multiply(int group, int firstRow, int rows, int count, T* gateGradients, Panels<V, T> inputs, int p)
    {
        T* target = Weights(group) + (firstRow * _columns) + ((long)p * Panels<V, T>.Width);
        int vectors = inputs.Vectors(p);
        Tiles.Run<V, T>(
            vectors, rows, count, gateGradients + firstRow, 1, GateGradientRow, 0, null, 0, 0,
            inputs.At(p), vectors * V.Count, target, (nint)_columns, target, (nint)_columns);
    }

    private T* Weights(int group) => _memory.Pointer + (group * _rows * (_columns + 1));

    private T* Biases(int group) => Weights(group) + (_rows * _columns);
}
