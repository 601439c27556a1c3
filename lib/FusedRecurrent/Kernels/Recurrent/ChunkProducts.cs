using System.Numerics;
using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// What the gate gradients da of a few time steps give besides the states' gradients, while they are in the cache: the input's,
/// dx = da·W_ih, and the weights', dW += daᵀ·[x, h₋₁]. Belongs to one thread.
/// </summary>
internal sealed unsafe class ChunkProducts<V, T> : IDisposable
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly BackwardArguments<T> _run;
    private readonly ForwardArguments<T> _forward;
    private readonly SequenceShape _sequence;
    private readonly BatchSplit _split;
    private readonly WeightGradients<V, T> _sums;
    private readonly Panels<V, T> _inputWeights;
    private readonly int _inputs;
    private readonly int _hidden;
    private readonly ScratchBlock<T> _memory;

    // After the panels, which begin where memory begins: a vector of theirs then lies in one cache line.
    private readonly T* _rows;

    /// <param name="run">The backward pass.</param>
    /// <param name="split">How its sequences are cut into groups.</param>
    /// <param name="sums">Where the weights' gradients go.</param>
    /// <param name="inputWeights">W_ih, packed, if the input's gradient is wanted.</param>
    /// <param name="mostRows">The most rows of da that come at once.</param>
    internal ChunkProducts(
        BackwardArguments<T> run, BatchSplit split, WeightGradients<V, T> sums, Panels<V, T> inputWeights, int mostRows)
    {
        (_run, _split, _sums, _inputWeights) = (run, split, sums, inputWeights);
        (_forward, _sequence) = (run.Forward, run.Forward.Sequence);
        (_inputs, _hidden) = (run.Forward.Layer.InputSize, run.Forward.Layer.HiddenSize);
        long columns = _inputs + _hidden, panels = Panels<V, T>.Size(mostRows, columns);
        _memory = Scratch.Rent<T>(panels + (mostRows * Math.Max(columns, Panels<V, T>.Padded(_inputs))));
        _rows = _memory.Pointer + panels;
    }

    /// <summary>Takes up the <paramref name="count"/> rows da that a group has in steps [begin, end), the last step first.</summary>
    internal void Multiply(int group, int begin, int end, int count, T* da)
    {
        if (_run.WantsWeights)
        {
            _sums.Add(group, count, da, GatherInputs(group, begin, end, count));
        }

        if (_run.WantsInput)
        {
            MultiplyInput(group, begin, end, count, da);
        }
    }

    public void Dispose() => _memory.Dispose();

    /// <summary>dx (+)= da·W_ih.</summary>
    private void MultiplyInput(int group, int begin, int end, int count, T* da)
    {
        T* products = _rows;
        long columns = Panels<V, T>.Padded(_inputs);
        nint gateRow = _sums.GateGradientRow;
        for (int p = 0; p < _inputWeights.Count; p++)
        {
            int vectors = _inputWeights.Vectors(p);
            Tiles.RunBlocked<V, T>(
                vectors, count, _forward.Layer.GateRows, da, gateRow, 1, _inputWeights.At(p), vectors * V.Count, null, 0,
                products + ((long)p * Panels<V, T>.Width), (nint)columns);
        }

        var (first, last) = _split.Rows(group);
        for (int s = end - 1; s >= begin; s--)
        {
            int t = _forward.Step(s);
            for (int b = first; b < Math.Min(last, _sequence.BatchAt(t)); b++, products += columns)
            {
                T* target = _run.InputGradient.At(_sequence, t) + (b * _run.InputGradient.RowStride);
                if (_run.AccumulateInput)
                {
                    Accumulate.Add<V, T>(products, target, _inputs);
                }
                else
                {
                    new ReadOnlySpan<T>(products, _inputs).CopyTo(new Span<T>(target, _inputs));
                }
            }
        }
    }

    /// <summary>[x, h₋₁] of the rows, in the order of their gate gradients.</summary>
    private Panels<V, T> GatherInputs(int group, int begin, int end, int count)
    {
        var (first, last) = _split.Rows(group);
        long columns = _inputs + _hidden;
        T* row = _rows;
        for (int s = end - 1; s >= begin; s--)
        {
            int t = _forward.Step(s), before = s == 0 ? -1 : _forward.Step(s - 1);
            for (int b = first; b < Math.Min(last, _sequence.BatchAt(t)); b++, row += columns)
            {
                T* input = _forward.Input.At(_sequence, t) + (b * _forward.Input.RowStride);
                new ReadOnlySpan<T>(input, _inputs).CopyTo(new Span<T>(row, _inputs));
                T* old = _forward.OldHidden(before >= 0 && b < _sequence.BatchAt(before) ? before : -1, b, null);
                var target = new Span<T>(row + _inputs, _hidden);
                if (old == null)
                {
                    target.Clear();
                }
                else
                {
                    new ReadOnlySpan<T>(old, _hidden).CopyTo(target);
                }
            }
        }

        var panels = new Panels<V, T>(_memory.Pointer, count, columns);
        panels.Pack(0, panels.Count, 0, count, _rows, columns, 1);
        return panels;
    }
}
