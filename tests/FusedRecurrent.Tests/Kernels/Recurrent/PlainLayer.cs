using FusedRecurrent.Kernels;
using FusedRecurrent.Kernels.Recurrent;

namespace FusedRecurrent.Tests.Kernels.Recurrent;

/// <summary>
/// The recurrent layers written out plainly, one number at a time, in double precision: what the fast ones are measured against.
/// </summary>
internal static unsafe class PlainLayer
{
    /// <summary>Numbers that a row's gates and cell state take here, whatever the cell.</summary>
    private const int Saved = 5;

    /// <summary>How many numbers <see cref="Forward"/> leaves for <see cref="Backward"/>.</summary>
    internal static long TapeSize(LayerShape layer, SequenceShape sequence) => sequence.Rows * Saved * layer.HiddenSize;

    internal static void Forward(
        LayerShape layer, SequenceShape sequence, LayerWeights<double> w,
        SequenceRows<double> x, double* h0, double* c0, SequenceRows<double> y, double* hN, double* cN, double* tape)
    {
        int hidden = layer.HiddenSize, batch = sequence.Batch;
        double* tapeCells = tape + (sequence.Rows * 4 * hidden);
        using var states = Scratch.Rent<double>(3L * batch * hidden);
        double* h = states.Pointer, c = h + (batch * hidden), next = c + (batch * hidden);
        Copy(h0, h, (long)batch * hidden);
        Copy(c0, c, (long)batch * hidden);
        for (int s = 0; s < sequence.Steps; s++)
        {
            int t = layer.Reverse ? sequence.Steps - 1 - s : s;
            for (int b = 0; b < sequence.BatchAt(t); b++)
            {
                double* input = x.At(sequence, t) + (b * x.RowStride);
                double* state = h + (b * hidden);
                double* gates = tape + ((sequence.FirstRow(t) + b) * 4 * hidden);
                double* cell = tapeCells + ((sequence.FirstRow(t) + b) * hidden);
                double* output = y.At(sequence, t) + (b * y.RowStride);
                for (int j = 0; j < hidden; j++)
                {
                    switch (layer.Cell)
                    {
                        case CellKind.Lstm:
                            double i = Sigmoid(Input(layer, w, j, input) + Hidden(layer, w, j, state));
                            double f = Sigmoid(Input(layer, w, hidden + j, input) + Hidden(layer, w, hidden + j, state));
                            double g = Math.Tanh(Input(layer, w, (2 * hidden) + j, input) + Hidden(layer, w, (2 * hidden) + j, state));
                            double o = Sigmoid(Input(layer, w, (3 * hidden) + j, input) + Hidden(layer, w, (3 * hidden) + j, state));
                            cell[j] = (f * c[(b * hidden) + j]) + (i * g);
                            next[j] = o * Math.Tanh(cell[j]);
                            (gates[j], gates[hidden + j], gates[(2 * hidden) + j], gates[(3 * hidden) + j]) = (i, f, g, o);
                            break;
                        case CellKind.Gru:
                            double r = Sigmoid(Input(layer, w, j, input) + Hidden(layer, w, j, state));
                            double z = Sigmoid(Input(layer, w, hidden + j, input) + Hidden(layer, w, hidden + j, state));
                            double hn = Hidden(layer, w, (2 * hidden) + j, state);
                            double n = Math.Tanh(Input(layer, w, (2 * hidden) + j, input) + (r * hn));
                            next[j] = ((1 - z) * n) + (z * state[j]);
                            (gates[j], gates[hidden + j], gates[(2 * hidden) + j], gates[(3 * hidden) + j]) = (r, z, n, hn);
                            break;
                        default:
                            double a = Input(layer, w, j, input) + Hidden(layer, w, j, state);
                            next[j] = layer.Cell == CellKind.RnnTanh ? Math.Tanh(a) : double.IsNaN(a) ? a : Math.Max(a, 0);
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
    }

    internal static void Backward(
        LayerShape layer, SequenceShape sequence, double* tape, LayerWeights<double> w,
        SequenceRows<double> x, double* h0, double* c0, SequenceRows<double> y,
        SequenceRows<double> dy, double* dhN, double* dcN, SequenceRows<double> dx, bool accumulateInput,
        LayerWeights<double> dw, double* dh0, double* dc0)
    {
        double* tapeCells = tape + (sequence.Rows * 4 * layer.HiddenSize);
        int hidden = layer.HiddenSize, inputs = layer.InputSize, batch = sequence.Batch, rows = layer.GateRows;
        using var states = Scratch.Rent<double>((2L * batch * hidden) + (2 * rows));
        double* dh = states.Pointer, dc = dh + (batch * hidden), da = dc + (batch * hidden), db = da + rows;
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
                double* hBefore = first ? (h0 == null ? null : h0 + (b * hidden)) : y.At(sequence, before) + (b * y.RowStride);
                double* cBefore = first ? (c0 == null ? null : c0 + (b * hidden)) : tapeCells + ((sequence.FirstRow(before) + b) * hidden);
                double* output = y.At(sequence, t) + (b * y.RowStride);
                double* gates = tape + ((sequence.FirstRow(t) + b) * 4 * hidden);
                double* cell = tapeCells + ((sequence.FirstRow(t) + b) * hidden);
                double* dState = dh + (b * hidden);
                double* dCell = dc + (b * hidden);
                for (int j = 0; j < hidden; j++)
                {
                    double d = dState[j] + (dy.Data == null ? 0 : dy.At(sequence, t)[(b * dy.RowStride) + j]);
                    double old = hBefore == null ? 0 : hBefore[j];
                    dState[j] = 0;
                    switch (layer.Cell)
                    {
                        case CellKind.Lstm:
                            double i = gates[j], f = gates[hidden + j], g = gates[(2 * hidden) + j], o = gates[(3 * hidden) + j];
                            double tanh = Math.Tanh(cell[j]);
                            double dcj = dCell[j] + (d * o * (1 - (tanh * tanh)));
                            da[j] = dcj * g * i * (1 - i);
                            da[hidden + j] = dcj * (cBefore == null ? 0 : cBefore[j]) * f * (1 - f);
                            da[(2 * hidden) + j] = dcj * i * (1 - (g * g));
                            da[(3 * hidden) + j] = d * tanh * o * (1 - o);
                            dCell[j] = dcj * f;
                            break;
                        case CellKind.Gru:
                            double r = gates[j], z = gates[hidden + j], n = gates[(2 * hidden) + j], hn = gates[(3 * hidden) + j];
                            double dn = d * (1 - z) * (1 - (n * n));
                            da[j] = dn * hn * r * (1 - r);
                            da[hidden + j] = d * (old - n) * z * (1 - z);
                            da[(2 * hidden) + j] = dn;
                            db[j] = da[j];
                            db[hidden + j] = da[hidden + j];
                            db[(2 * hidden) + j] = dn * r;
                            dState[j] = d * z;
                            break;
                        case CellKind.RnnTanh:
                            da[j] = d * (1 - (output[j] * output[j]));
                            break;
                        default:
                            da[j] = output[j] > 0 ? d : 0;
                            break;
                    }
                }

                double* dHiddenSide = layer.Cell == CellKind.Gru ? db : da;
                double* input = x.At(sequence, t) + (b * x.RowStride);
                double* dInput = dx.Data == null ? null : dx.At(sequence, t) + (b * dx.RowStride);
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

    private static double Input(LayerShape layer, LayerWeights<double> w, int row, double* x) =>
        Dot(w.InputHidden + ((long)row * layer.InputSize), x, layer.InputSize, w.InputBias == null ? 0 : w.InputBias[row]);

    private static double Hidden(LayerShape layer, LayerWeights<double> w, int row, double* h) =>
        Dot(w.HiddenHidden + ((long)row * layer.HiddenSize), h, layer.HiddenSize, w.HiddenBias == null ? 0 : w.HiddenBias[row]);

    private static double Dot(double* a, double* b, int n, double sum)
    {
        for (int i = 0; i < n; i++)
        {
            sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        }

        return sum;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void Add(double factor, double* x, double* y, int n)
    {
        for (int i = 0; i < n && y != null; i++)
        {
            y[i] = Math.FusedMultiplyAdd(factor, x[i], y[i]);
        }
    }

    /// <summary>Copies, or clears where the source is null.</summary>
    private static void Copy(double* from, double* to, long n)
    {
        if (to == null)
        {
            return;
        }

        var target = new Span<double>(to, checked((int)n));
        if (from == null)
        {
            target.Clear();
        }
        else
        {
            new ReadOnlySpan<double>(from, checked((int)n)).CopyTo(target);
        }
    }
}
