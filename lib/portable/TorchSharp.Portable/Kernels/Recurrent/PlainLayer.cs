using System.Numerics;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Recurrent;

/// <summary>The recurrent layers written out plainly, one number at a time.</summary>
internal static unsafe class PlainLayer
{
    internal static LayerTape<T>? Forward<T>(
        LayerShape layer, SequenceShape sequence, LayerWeights<T> w,
        SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y, T* hN, T* cN, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int hidden = layer.HiddenSize, batch = sequence.Batch;
        var tape = new LayerTape<T>(layer, sequence, 4 * hidden, hidden);
        using var states = Scratch.Rent<T>(3L * batch * hidden);
        T* h = states.Pointer, c = h + (batch * hidden), next = c + (batch * hidden);
        Copy(h0, h, (long)batch * hidden);
        Copy(c0, c, (long)batch * hidden);
        for (int s = 0; s < sequence.Steps; s++)
        {
            int t = layer.Reverse ? sequence.Steps - 1 - s : s;
            for (int b = 0; b < sequence.BatchAt(t); b++)
            {
                T* input = x.At(sequence, t) + (b * x.RowStride);
                T* state = h + (b * hidden);
                T* gates = tape.Gates + ((sequence.FirstRow(t) + b) * 4 * hidden);
                T* cell = tape.Cells + ((sequence.FirstRow(t) + b) * hidden);
                T* output = y.At(sequence, t) + (b * y.RowStride);
                for (int j = 0; j < hidden; j++)
                {
                    switch (layer.Cell)
                    {
                        case CellKind.Lstm:
                            T i = Sigmoid(Input(layer, w, j, input) + Hidden(layer, w, j, state));
                            T f = Sigmoid(Input(layer, w, hidden + j, input) + Hidden(layer, w, hidden + j, state));
                            T g = T.Tanh(Input(layer, w, (2 * hidden) + j, input) + Hidden(layer, w, (2 * hidden) + j, state));
                            T o = Sigmoid(Input(layer, w, (3 * hidden) + j, input) + Hidden(layer, w, (3 * hidden) + j, state));
                            cell[j] = (f * c[(b * hidden) + j]) + (i * g);
                            next[j] = o * T.Tanh(cell[j]);
                            (gates[j], gates[hidden + j], gates[(2 * hidden) + j], gates[(3 * hidden) + j]) = (i, f, g, o);
                            break;
                        case CellKind.Gru:
                            T r = Sigmoid(Input(layer, w, j, input) + Hidden(layer, w, j, state));
                            T z = Sigmoid(Input(layer, w, hidden + j, input) + Hidden(layer, w, hidden + j, state));
                            T hn = Hidden(layer, w, (2 * hidden) + j, state);
                            T n = T.Tanh(Input(layer, w, (2 * hidden) + j, input) + (r * hn));
                            next[j] = ((T.One - z) * n) + (z * state[j]);
                            (gates[j], gates[hidden + j], gates[(2 * hidden) + j], gates[(3 * hidden) + j]) = (r, z, n, hn);
                            break;
                        default:
                            T a = Input(layer, w, j, input) + Hidden(layer, w, j, state);
                            next[j] = layer.Cell == CellKind.RnnTanh ? T.Tanh(a) : T.IsNaN(a) ? a : T.Max(a, T.Zero);
                            break;
                    }
                }

                Copy(next, state, hidden);
                Copy(next, output, hidden);
                if (layer.Cell == CellKind.Lstm)
                {
                    Copy(cell, c + (b * hidden), hidden);
                }
            }
        }

        if (hN != null)
        {
            Copy(h, hN, (long)batch * hidden);
        }

        if (cN != null)
        {
            Copy(c, cN, (long)batch * hidden);
        }

        if (training)
        {
            return tape;
        }

        tape.Dispose();
        return null;
    }

    internal static void Backward<T>(
        LayerTape<T> tape, LayerWeights<T> w, SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y,
        SequenceRows<T> dy, T* dhN, T* dcN, SequenceRows<T> dx, bool accumulateInput, LayerWeights<T> dw, T* dh0, T* dc0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var layer = tape.Layer;
        var sequence = tape.Sequence;
        int hidden = layer.HiddenSize, inputs = layer.InputSize, batch = sequence.Batch, rows = layer.GateRows;
        using var states = Scratch.Rent<T>((2L * batch * hidden) + (2 * rows));
        T* dh = states.Pointer, dc = dh + (batch * hidden), da = dc + (batch * hidden), db = da + rows;
        Copy(dhN, dh, (long)batch * hidden);
        Copy(dcN, dc, (long)batch * hidden);
        Copy(null, dw.InputHidden, (long)rows * inputs);
        Copy(null, dw.HiddenHidden, (long)rows * hidden);
        Copy(null, dw.InputBias, rows);
        Copy(null, dw.HiddenBias, rows);
        for (int s = sequence.Steps - 1; s >= 0; s--)
        {
            int t = layer.Reverse ? sequence.Steps - 1 - s : s;
            int before = layer.Reverse ? t + 1 : t - 1;
            for (int b = 0; b < sequence.BatchAt(t); b++)
            {
                bool first = before < 0 || before >= sequence.Steps || b >= sequence.BatchAt(before);
                T* hBefore = first ? (h0 == null ? null : h0 + (b * hidden)) : y.At(sequence, before) + (b * y.RowStride);
                T* cBefore = first ? (c0 == null ? null : c0 + (b * hidden)) : tape.Cells + ((sequence.FirstRow(before) + b) * hidden);
                T* output = y.At(sequence, t) + (b * y.RowStride);
                T* gates = tape.Gates + ((sequence.FirstRow(t) + b) * 4 * hidden);
                T* cell = tape.Cells + ((sequence.FirstRow(t) + b) * hidden);
                T* dState = dh + (b * hidden);
                T* dCell = dc + (b * hidden);
                for (int j = 0; j < hidden; j++)
                {
                    T d = dState[j] + (dy.Data == null ? T.Zero : dy.At(sequence, t)[(b * dy.RowStride) + j]);
                    T old = hBefore == null ? T.Zero : hBefore[j];
                    dState[j] = T.Zero;
                    switch (layer.Cell)
                    {
                        case CellKind.Lstm:
                            (T i, T f, T g, T o) = (gates[j], gates[hidden + j], gates[(2 * hidden) + j], gates[(3 * hidden) + j]);
                            T tanh = T.Tanh(cell[j]);
                            T dcj = dCell[j] + (d * o * (T.One - (tanh * tanh)));
                            da[j] = dcj * g * i * (T.One - i);
                            da[hidden + j] = dcj * (cBefore == null ? T.Zero : cBefore[j]) * f * (T.One - f);
                            da[(2 * hidden) + j] = dcj * i * (T.One - (g * g));
                            da[(3 * hidden) + j] = d * tanh * o * (T.One - o);
                            dCell[j] = dcj * f;
                            break;
                        case CellKind.Gru:
                            (T r, T z, T n, T hn) = (gates[j], gates[hidden + j], gates[(2 * hidden) + j], gates[(3 * hidden) + j]);
                            T dn = d * (T.One - z) * (T.One - (n * n));
                            da[j] = dn * hn * r * (T.One - r);
                            da[hidden + j] = d * (old - n) * z * (T.One - z);
                            da[(2 * hidden) + j] = dn;
                            db[j] = da[j];
                            db[hidden + j] = da[hidden + j];
                            db[(2 * hidden) + j] = dn * r;
                            dState[j] = d * z;
                            break;
                        case CellKind.RnnTanh:
                            da[j] = d * (T.One - (output[j] * output[j]));
                            break;
                        default:
                            da[j] = output[j] > T.Zero ? d : T.Zero;
                            break;
                    }
                }

                T* dHiddenSide = layer.Cell == CellKind.Gru ? db : da;
                T* input = x.At(sequence, t) + (b * x.RowStride);
                T* dInput = dx.Data == null ? null : dx.At(sequence, t) + (b * dx.RowStride);
                if (dInput != null && !accumulateInput)
                {
                    Copy(null, dInput, inputs);
                }

                for (int row = 0; row < rows; row++)
                {
                    Add(da[row], w.InputHidden + ((long)row * inputs), dInput, inputs);
                    Add(dHiddenSide[row], w.HiddenHidden + ((long)row * hidden), dState, hidden);
                    Add(da[row], input, dw.InputHidden == null ? null : dw.InputHidden + ((long)row * inputs), inputs);
                    if (hBefore != null)
                    {
                        Add(dHiddenSide[row], hBefore, dw.HiddenHidden == null ? null : dw.HiddenHidden + ((long)row * hidden), hidden);
                    }

                    if (dw.InputBias != null)
                    {
                        dw.InputBias[row] += da[row];
                    }

                    if (dw.HiddenBias != null)
                    {
                        dw.HiddenBias[row] += dHiddenSide[row];
                    }
                }
            }
        }

        if (dh0 != null)
        {
            Copy(dh, dh0, (long)batch * hidden);
        }

        if (dc0 != null)
        {
            Copy(dc, dc0, (long)batch * hidden);
        }
    }

    private static T Input<T>(LayerShape layer, LayerWeights<T> w, int row, T* x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Dot(w.InputHidden + ((long)row * layer.InputSize), x, layer.InputSize, w.InputBias == null ? T.Zero : w.InputBias[row]);

    private static T Hidden<T>(LayerShape layer, LayerWeights<T> w, int row, T* h)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Dot(w.HiddenHidden + ((long)row * layer.HiddenSize), h, layer.HiddenSize, w.HiddenBias == null ? T.Zero : w.HiddenBias[row]);

    private static T Dot<T>(T* a, T* b, int n, T sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < n; i++)
        {
            sum = T.FusedMultiplyAdd(a[i], b[i], sum);
        }

        return sum;
    }

    private static T Sigmoid<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SimdMath.Sigmoid<Simd1<T>, T>(Simd1<T>.Create(x)).Value;

    private static void Add<T>(T factor, T* x, T* y, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < n && y != null; i++)
        {
            y[i] = T.FusedMultiplyAdd(factor, x[i], y[i]);
        }
    }

    /// <summary>Copies, or clears where the source is null.</summary>
    private static void Copy<T>(T* from, T* to, long n)
        where T : unmanaged
    {
        if (to == null)
        {
            return;
        }

        var target = new Span<T>(to, checked((int)n));
        if (from == null)
        {
            target.Clear();
        }
        else
        {
            new ReadOnlySpan<T>(from, checked((int)n)).CopyTo(target);
        }
    }
}
