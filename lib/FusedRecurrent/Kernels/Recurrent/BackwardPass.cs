using System.Numerics;
using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Simd;
using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// One layer and direction, backward through time. Each thread takes its groups of sequences from the last step to the first: a step is
/// one pass over the gates, which gives the gradients da of their pre-activations, and the product dh₋₁ = da·W_hh. Every few steps,
/// while they are in the cache, the da are also multiplied into dx = da·W_ih and into the weights' gradients.
/// </summary>
internal sealed unsafe class BackwardPass<V, T, TCell>(BackwardArguments<T> run)
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCell : struct, ICell<T>
{
    /// <summary>Rows of a group that are collected before they go into dx and the weights' gradients.</summary>
    private const int ChunkRows = 256;

    private readonly ForwardArguments<T> _forward = run.Forward;
    private readonly LayerShape _layer = run.Forward.Layer;
    private readonly SequenceShape _sequence = run.Forward.Sequence;
    private readonly BatchSplit _split = new(run.Forward.Layer, run.Forward.Sequence);
    private readonly int _hidden = run.Forward.Layer.HiddenSize;
    private readonly int _inputs = run.Forward.Layer.InputSize;
    private readonly int _gateRow = WeightGradients<V, T>.GateRow(TCell.Blocks * run.Forward.Layer.HiddenSize);

    internal void Run()
    {
        int gateRows = _layer.GateRows;
        using var sums = new WeightGradients<V, T>(_layer, TCell.Blocks, run.WantsWeights ? _split.Groups : 0);
        long hiddenSize = Panels<V, T>.Size(gateRows, _hidden), inputSize = Panels<V, T>.Size(gateRows, _inputs);
        using var memory = Scratch.Rent<T>(hiddenSize + (run.WantsInput ? inputSize : 0));
        var hiddenPanels = new Panels<V, T>(memory.Pointer, gateRows, _hidden);
        var inputPanels = new Panels<V, T>(memory.Pointer + hiddenSize, gateRows, _inputs);
        TeamCall<Work>.Run(_split.Threads, new(this, hiddenPanels, inputPanels, sums));
    }

    private void Run(TeamMember member, Panels<V, T> hiddenPanels, Panels<V, T> inputPanels, WeightGradients<V, T> sums)
    {
        Pack(member, hiddenPanels, _forward.Weights.HiddenHidden, _hidden);
        if (run.WantsInput)
        {
            Pack(member, inputPanels, _forward.Weights.InputHidden, _inputs);
        }

        member.Wait();
        var (from, to) = _split.Share(member);
        if (from < to)
        {
            RunGroups(from, to, hiddenPanels, inputPanels, sums);
        }

        member.Wait();
        if (run.WantsWeights)
        {
            sums.Finish(member, run.Gradients);
        }
    }

    private static void Pack(TeamMember member, Panels<V, T> panels, T* rows, int columns)
    {
        var (from, to) = member.Share(panels.Count);
        panels.Pack((int)from, (int)to, 0, panels.K, rows, columns, 1);
    }

    private void RunGroups(int firstGroup, int lastGroup, Panels<V, T> hiddenPanels, Panels<V, T> inputPanels, WeightGradients<V, T> sums)
    {
        int from = _split.Rows(firstGroup).From, to = _split.Rows(lastGroup - 1).To, rows = to - from;
        int groupRows = 0;
        for (int g = firstGroup; g < lastGroup; g++)
        {
            var (first, last) = _split.Rows(g);
            groupRows = Math.Max(groupRows, last - first);
            if (run.WantsWeights)
            {
                sums.Clear(g);
            }
        }

        int steps = Math.Min(_sequence.Steps, Math.Max(1, ChunkRows / groupRows));
        long chunkSize = (long)steps * groupRows * _gateRow;
        nint stateRow = (nint)Panels<V, T>.Padded(_hidden);
        long stateSize = rows * stateRow;
        using var memory = Scratch.Rent<T>((4 * stateSize) + _hidden + ((lastGroup - firstGroup) * chunkSize));
        T* dh = memory.Pointer, dc = dh + stateSize, oldDh = dc + stateSize, oldDc = oldDh + stateSize, zero = oldDc + stateSize;
        T* chunk = zero + _hidden;
        new Span<T>(zero, _hidden).Clear();
        using var chunks = new ChunkProducts<V, T>(run, _split, sums, inputPanels, steps * groupRows);
        int* filled = stackalloc int[lastGroup - firstGroup];
        int running = 0;
        for (int end = _sequence.Steps; end > 0; end -= steps)
        {
            int begin = Math.Max(0, end - steps);
            for (int g = 0; g < lastGroup - firstGroup; g++)
            {
                filled[g] = 0;
            }

            for (int s = end - 1; s >= begin; s--)
            {
                int t = _forward.Step(s), before = s == 0 ? -1 : _forward.Step(s - 1);
                int active = Math.Clamp(_sequence.BatchAt(t) - from, 0, rows);
                int continuing = before < 0 ? 0 : Math.Min(active, Math.Clamp(_sequence.BatchAt(before) - from, 0, rows));
                if (active > running)
                {
                    Start(run.LastHiddenGradient, dh, from, running, active, stateRow);
                    Start(run.LastCellGradient, dc, from, running, active, stateRow);
                }

                for (int g = firstGroup; g < lastGroup; g++)
                {
                    var (first, last) = _split.Rows(g);
                    T* da = chunk + ((g - firstGroup) * chunkSize) + ((long)filled[g - firstGroup] * _gateRow);
                    int begins = Math.Clamp(continuing, first - from, last - from), ends = Math.Min(last - from, active);
                    Differentiate(t, before, from, first - from, Math.Min(begins, ends), stateRow, dh, dc, oldDh, oldDc, zero, da);
                    da += (begins - (first - from)) * _gateRow;
                    Differentiate(t, -1, from, begins, ends, stateRow, dh, dc, oldDh, oldDc, zero, da);
                }

                for (int p = 0; p < hiddenPanels.Count; p++)
                {
                    for (int row = 0, depth; row < _layer.GateRows; row += depth)
                    {
                        depth = HiddenDepth(hiddenPanels, p, row);
                        for (int g = firstGroup; g < lastGroup; g++)
                        {
                            var (first, last) = _split.Rows(g);
                            int count = Math.Clamp(active - (first - from), 0, last - first);
                            T* da = chunk + ((g - firstGroup) * chunkSize) + ((long)filled[g - firstGroup] * _gateRow);
                            MultiplyHidden(hiddenPanels, p, row, depth, count, da, oldDh + ((first - from) * stateRow), stateRow);
                        }
                    }
                }

                for (int g = firstGroup; g < lastGroup; g++)
                {
                    var (first, last) = _split.Rows(g);
                    filled[g - firstGroup] += Math.Clamp(active - (first - from), 0, last - first);
                }

                Finish(oldDh, run.InitialHiddenGradient, from, continuing, active, stateRow);
                Finish(oldDc, run.InitialCellGradient, from, continuing, active, stateRow);
                running = continuing;
                (nint newDh, nint newDc) = ((nint)oldDh, (nint)oldDc);
                oldDh = dh;
                oldDc = dc;
                dh = (T*)newDh;
                dc = (T*)newDc;
            }

            for (int g = firstGroup; g < lastGroup; g++)
            {
                chunks.Multiply(g, begin, end, filled[g - firstGroup], chunk + ((g - firstGroup) * chunkSize));
            }
        }
    }

    /// <summary>
    /// The gate gradients of rows [b, end), counted from <paramref name="from"/>, at step t; the step before is −1 where the rows begin
    /// here.
    /// </summary>
    private void Differentiate(
        int t, int before, int from, int b, int end, nint stateRow, T* dh, T* dc, T* oldDh, T* oldDc, T* zero, T* da)
    {
        if (b >= end)
        {
            return;
        }

        int row = from + b;
        long tapeRow = _sequence.FirstRow(t) + row, initial = (long)row * _hidden;
        bool begins = before < 0;
        TCell.Backward<V>(new BackwardStep<T>
        {
            Rows = end - b,
            Hidden = _hidden,
            Gates = run.Tape.Gates + (tapeRow * TCell.Saved * _hidden),
            Cells = run.Tape.Cells + (tapeRow * _hidden),
            OldHidden = _forward.OldHidden(before, row, zero),
            OldHiddenRow = !begins ? (nint)_forward.Output.RowStride : _forward.InitialHidden == null ? 0 : _hidden,
            OldCell = !begins ? run.Tape.Cells + ((_sequence.FirstRow(before) + row) * _hidden)
                : _forward.InitialCell == null ? zero
                : _forward.InitialCell + initial,
            OldCellRow = begins && _forward.InitialCell == null ? 0 : _hidden,
            NewHidden = _forward.Output.At(_sequence, t) + (row * _forward.Output.RowStride),
            NewHiddenRow = (nint)_forward.Output.RowStride,
            HiddenGradient = dh + (b * stateRow),
            CellGradient = dc + (b * stateRow),
            OutputGradient = run.OutputGradient.Data == null
                ? null
                : run.OutputGradient.At(_sequence, t) + (row * run.OutputGradient.RowStride),
            OutputGradientRow = run.OutputGradient.Data == null ? 0 : (nint)run.OutputGradient.RowStride,
            OldCellGradient = oldDc + (b * stateRow),
            OldHiddenGradient = oldDh + (b * stateRow),
            StateGradientRow = stateRow,
            GateGradients = da,
            GateGradientRow = _gateRow,
        });
    }

    /// <summary>
    /// How many of W_hh's rows from <paramref name="row"/> on to take before the next group: what the first-level cache holds.
    /// </summary>
    private int HiddenDepth(Panels<V, T> panels, int p, int row)
    {
        int end = _layer.Cell == CellKind.Gru && row < 2 * _hidden ? 2 * _hidden : _layer.GateRows;
        return Math.Min(end - row, Tiles.BlockBytes / (panels.Vectors(p) * V.Count * sizeof(T)));
    }

    /// <summary>dh₋₁ (+)= da·W_hh: one panel of columns, <paramref name="depth"/> of the rows from <paramref name="row"/> on.</summary>
    private void MultiplyHidden(Panels<V, T> panels, int p, int row, int depth, int rows, T* da, T* target, nint targetRow)
    {
        target += (long)p * Panels<V, T>.Width;
        int vectors = panels.Vectors(p), width = vectors * V.Count;

        // GRU: n's hidden side is the fourth block of da.
        da += _layer.Cell == CellKind.Gru && row >= 2 * _hidden ? row + _hidden : row;
        T* start = row > 0 || TCell.HasSkip ? target : null;
        Tiles.Run<V, T>(
            vectors, rows, depth, da, _gateRow, 1, 0, null, 0, 0, panels.At(p) + ((long)row * width), width,
            start, targetRow, target, targetRow);
    }

    private void Start(T* last, T* state, int from, int running, int active, long stateRow)
    {
        for (int b = running; b < active; b++)
        {
            var target = new Span<T>(state + (b * stateRow), _hidden);
            if (last == null)
            {
                target.Clear();
            }
            else
            {
                new ReadOnlySpan<T>(last + ((long)(from + b) * _hidden), _hidden).CopyTo(target);
            }
        }
    }

    private void Finish(T* state, T* initial, int from, int continuing, int active, long stateRow)
    {
        for (int b = continuing; b < active && initial != null; b++)
        {
            new ReadOnlySpan<T>(state + (b * stateRow), _hidden).CopyTo(new Span<T>(initial + ((long)(from + b) * _hidden), _hidden));
        }
    }

    private readonly struct Work(
        BackwardPass<V, T, TCell> pass, Panels<V, T> hiddenPanels, Panels<V, T> inputPanels, WeightGradients<V, T> sums) : ITeamWork
    {
        public void Run(TeamMember member) => pass.Run(member, hiddenPanels, inputPanels, sums);
    }
}
