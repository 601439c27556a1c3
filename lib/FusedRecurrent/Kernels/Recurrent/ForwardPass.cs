using System.Numerics;
using FusedRecurrent.Kernels.Simd;
using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// One layer and direction, forward. Each thread takes some of the sequences through all time steps; a step is one matrix product over
/// [x, h₋₁] and one pass over the gates while they are still in the cache.
/// </summary>
internal sealed unsafe class ForwardPass<V, T, TCell>(ForwardArguments<T> run, LayerTape<T>? tape)
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TCell : struct, ICell<T>
{
    /// <summary>With fewer sequences than this the product over x is done for several steps at once.</summary>
    private const int FewRows = 6;

    private const int RowsAhead = 24;

    private readonly LayerShape _layer = run.Layer;
    private readonly SequenceShape _sequence = run.Sequence;
    private readonly BatchSplit _split = new(run.Layer, run.Sequence);
    private readonly int _hidden = run.Layer.HiddenSize;

    internal void Run()
    {
        using var panels = new GatePanels<V, T>(_layer);
        TeamCall<Work>.Run(_split.Threads, new(this, panels));
    }

    private void Run(TeamMember member, GatePanels<V, T> panels)
    {
        panels.Pack(member, _layer, run.Weights);
        member.Wait();
        var (from, to) = _split.Share(member);
        if (from < to)
        {
            RunRows(panels, _split.Rows(from).From, _split.Rows(to - 1).To);
        }
    }

    /// <summary>Sequences [from, to) through all steps.</summary>
    private void RunRows(GatePanels<V, T> panels, int from, int to)
    {
        int rows = to - from;
        int ahead = _sequence.IsUniform && rows < FewRows ? Math.Min(_sequence.Steps, (RowsAhead + rows - 1) / rows) : 1;
        long stateSize = (long)rows * _hidden;
        using var memory = Scratch.Rent<T>((4 * stateSize) + (TCell.Saved * stateSize) + ((long)ahead * rows * panels.Columns));
        T* h = memory.Pointer, c = h + stateSize, newH = c + stateSize, newC = newH + stateSize, gates = newC + stateSize;
        T* pre = gates + (TCell.Saved * stateSize);
        int running = 0;
        for (int s = 0; s < _sequence.Steps; s++)
        {
            int t = run.Step(s);
            int active = Math.Min(_sequence.BatchAt(t), to) - from;
            if (active <= 0)
            {
                continue;
            }

            if (active > running)
            {
                Start(run.InitialHidden, h, from, running, active);
                Start(run.InitialCell, c, from, running, active);
            }

            running = active;
            T* stepPre = pre;
            if (ahead > 1)
            {
                stepPre += (long)(s % ahead) * rows * panels.Columns;
                if (s % ahead == 0)
                {
                    MultiplyAhead(panels, from, rows, t, Math.Min(ahead, _sequence.Steps - s), pre);
                }

                panels.Multiply(active, null, 0, h, _hidden, stepPre);
            }
            else
            {
                T* x = run.Input.At(_sequence, t) + (from * run.Input.RowStride);
                panels.Multiply(active, x, (nint)run.Input.RowStride, h, _hidden, pre);
            }

            var step = Step(panels, t, from, active, gates);
            step.Pre = stepPre;
            step.OldHidden = h;
            step.OldCell = c;
            step.NewHidden = newH;
            step.NewCell = newC;
            TCell.Forward<V>(step);

            int remaining = s == _sequence.Steps - 1 ? 0
                : _layer.Reverse ? active
                : Math.Clamp(_sequence.BatchAt(t + 1) - from, 0, active);
            Finish(newH, run.LastHidden, from, remaining, active);
            Finish(newC, run.LastCell, from, remaining, active);
            Swap(ref h, ref newH);
            Swap(ref c, ref newC);
        }
    }

    /// <summary>The input's part of the pre-activations for the next steps of all rows, steps behind one another.</summary>
    private void MultiplyAhead(GatePanels<V, T> panels, int from, int rows, int t, int steps, T* pre)
    {
        nint stride = (nint)run.Input.StepBetween(_sequence) * (_layer.Reverse ? -1 : 1);
        for (int b = 0; b < rows; b++)
        {
            T* first = run.Input.At(_sequence, t) + ((from + b) * run.Input.RowStride);
            panels.MultiplyInput(steps, first, stride, pre + ((long)b * panels.Columns), (nint)rows * panels.Columns);
        }
    }

    private ForwardStep<T> Step(GatePanels<V, T> panels, int t, int from, int active, T* gates)
    {
        long tapeRow = _sequence.FirstRow(t) + from;
        return new ForwardStep<T>
        {
            Rows = active,
            Hidden = _hidden,
            PreRow = panels.Columns,
            Blocks = panels.Offsets,
            Output = run.Output.At(_sequence, t) + (from * run.Output.RowStride),
            OutputRow = (nint)run.Output.RowStride,
            Gates = tape is not { } kept ? gates : kept.Gates + (tapeRow * TCell.Saved * _hidden),
            Cells = tape is not { } keptCells || !TCell.HasCell ? null : keptCells.Cells + (tapeRow * _hidden),
        };
    }

    /// <summary>Rows [running, active) begin: from the given initial state, or from zero.</summary>
    private void Start(T* initial, T* state, int from, int running, int active)
    {
        int count = (active - running) * _hidden;
        var target = new Span<T>(state + ((long)running * _hidden), count);
        if (initial == null)
        {
            target.Clear();
        }
        else
        {
            new ReadOnlySpan<T>(initial + ((long)(from + running) * _hidden), count).CopyTo(target);
        }
    }

    /// <summary>Rows [remaining, active) end: their state is the last one.</summary>
    private void Finish(T* state, T* last, int from, int remaining, int active)
    {
        if (last != null && remaining < active)
        {
            int count = (active - remaining) * _hidden;
            new ReadOnlySpan<T>(state + ((long)remaining * _hidden), count)
                .CopyTo(new Span<T>(last + ((long)(from + remaining) * _hidden), count));
        }
    }

    private readonly struct Work(ForwardPass<V, T, TCell> pass, GatePanels<V, T> panels) : ITeamWork
    {
        public void Run(TeamMember member) => pass.Run(member, panels);
    }

    private static void Swap(ref T* a, ref T* b)
    {
        T* old = a;
        a = b;
        b = old;
    }
}
