using System.Numerics;
using FusedRecurrent.Kernels;
using FusedRecurrent.Kernels.Recurrent;

namespace FusedRecurrent.Tests.Kernels.Recurrent;

/// <summary>One layer with its inputs and upstream gradients, and everything that forward and backward give.</summary>
internal sealed unsafe class LayerCase<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal required LayerShape Layer { get; init; }

    internal required SequenceShape Sequence { get; init; }

    internal bool BatchFirst { get; init; }

    internal bool WithStates { get; init; } = true;

    internal bool WithBias { get; init; } = true;

    internal bool WithOutputGradient { get; init; } = true;

    internal T[] X = [], H0 = [], C0 = [], WeightIh = [], WeightHh = [], BiasIh = [], BiasHh = [];

    internal T[] Dy = [], DhN = [], DcN = [];

    internal T[] Y = [], HN = [], CN = [];

    internal T[] Dx = [], Dh0 = [], Dc0 = [], DWeightIh = [], DWeightHh = [], DBiasIh = [], DBiasHh = [];

    private int Inputs => Layer.InputSize;

    private int Hidden => Layer.HiddenSize;

    /// <summary>Draws all numbers; the same seed gives the same numbers in float and double.</summary>
    internal LayerCase<T> Fill(int seed)
    {
        var random = new Random(seed);
        long rows = Sequence.Rows;
        int states = Sequence.Batch * Hidden, gates = Layer.GateRows;
        T[] Draw(long count, double scale) =>
            [.. Enumerable.Range(0, (int)count).Select(_ => T.CreateTruncating((float)((random.NextDouble() - 0.5) * scale)))];
        X = Draw(rows * Inputs, 2);
        H0 = Draw(states, 1);
        C0 = Draw(states, 1);
        WeightIh = Draw(gates * Inputs, 2 / Math.Sqrt(Inputs));
        WeightHh = Draw(gates * Hidden, 2 / Math.Sqrt(Hidden));
        BiasIh = Draw(gates, 0.5);
        BiasHh = Draw(gates, 0.5);
        Dy = Draw(rows * Hidden, 1);
        DhN = Draw(states, 1);
        DcN = Draw(states, 1);
        return this;
    }

    /// <summary>Runs both passes of the engine, or of the plain reference where T is double.</summary>
    internal LayerCase<T> Run(bool plain = false)
    {
        long rows = Sequence.Rows;
        int states = Sequence.Batch * Hidden, gates = Layer.GateRows;
        (Y, HN, CN) = (new T[rows * Hidden], new T[states], new T[states]);
        (Dx, Dh0, Dc0) = (new T[rows * Inputs], new T[states], new T[states]);
        (DWeightIh, DWeightHh, DBiasIh, DBiasHh) = (new T[gates * Inputs], new T[gates * Hidden], new T[gates], new T[gates]);
        fixed (T* x = X, h0 = H0, c0 = C0, wih = WeightIh, whh = WeightHh, bih = BiasIh, bhh = BiasHh)
        fixed (T* dy = Dy, dhn = DhN, dcn = DcN, y = Y, hn = HN, cn = CN)
        fixed (T* dx = Dx, dh0 = Dh0, dc0 = Dc0, dwih = DWeightIh, dwhh = DWeightHh, dbih = DBiasIh, dbhh = DBiasHh)
        {
            bool lstm = Layer.Cell == CellKind.Lstm;
            var weights = new LayerWeights<T>(wih, whh, WithBias ? bih : null, WithBias ? bhh : null);
            var gradients = new LayerWeights<T>(dwih, dwhh, WithBias ? dbih : null, WithBias ? dbhh : null);
            T* startH = WithStates ? h0 : null, startC = WithStates && lstm ? c0 : null;
            T* endH = WithStates ? dhn : null, endC = WithStates && lstm ? dcn : null;
            T* lastC = lstm ? cn : null, firstC = lstm ? dc0 : null;
            var (xs, ys) = (Rows(x, Inputs), Rows(y, Hidden));
            var (dxs, dys) = (Rows(dx, Inputs), WithOutputGradient ? Rows(dy, Hidden) : default);
            if (plain)
            {
                var w = *(LayerWeights<double>*)&weights;
                using var memory = Scratch.Rent<double>(PlainLayer.TapeSize(Layer, Sequence));
                PlainLayer.Forward(
                    Layer, Sequence, w, As(xs), (double*)startH, (double*)startC, As(ys), (double*)hn, (double*)lastC, memory.Pointer);
                PlainLayer.Backward(
                    Layer, Sequence, memory.Pointer, w, As(xs), (double*)startH, (double*)startC, As(ys),
                    As(dys), (double*)endH, (double*)endC, As(dxs), false, *(LayerWeights<double>*)&gradients, (double*)dh0,
                    (double*)firstC);
            }
            else
            {
                using var memory = Scratch.Rent<T>(LayerTape<T>.Size(Layer, Sequence));
                var tape = new LayerTape<T>(Layer, Sequence, memory.Pointer);
                RecurrentLayer.Forward(Layer, Sequence, weights, xs, startH, startC, ys, hn, lastC, tape);
                RecurrentLayer.Backward(
                    Layer, Sequence, tape, weights, xs, startH, startC, ys, dys, endH, endC, dxs, false, gradients, dh0, firstC);
            }
        }

        return this;
    }

    /// <summary>Everything that came out, one behind the other.</summary>
    internal T[] Results() => [.. Y, .. HN, .. CN, .. Dx, .. Dh0, .. Dc0, .. DWeightIh, .. DWeightHh, .. DBiasIh, .. DBiasHh];

    /// <summary>Σ dy·y + Σ dhₙ·hₙ + Σ dcₙ·cₙ of a forward pass alone: the loss that the backward pass differentiates.</summary>
    internal double Loss()
    {
        var (y, hn, cn) = (new T[Y.Length], new T[HN.Length], new T[CN.Length]);
        fixed (T* x = X, h0 = H0, c0 = C0, wih = WeightIh, whh = WeightHh, bih = BiasIh, bhh = BiasHh, py = y, phn = hn, pcn = cn)
        {
            bool lstm = Layer.Cell == CellKind.Lstm;
            RecurrentLayer.Forward(
                Layer, Sequence, new(wih, whh, bih, bhh), Rows(x, Inputs), h0, lstm ? c0 : null,
                Rows(py, Hidden), phn, lstm ? pcn : null, null);
        }

        return Dot(Dy, y) + Dot(DhN, hn) + Dot(DcN, cn);
    }

    private static double Dot(T[] a, T[] b) => a.Zip(b, (x, y) => double.CreateTruncating(x) * double.CreateTruncating(y)).Sum();

    private static SequenceRows<double> As(SequenceRows<T> rows) => *(SequenceRows<double>*)&rows;

    private SequenceRows<T> Rows(T* data, int width) => !Sequence.IsUniform
        ? SequenceRows<T>.Packed(data, width)
        : BatchFirst
            ? SequenceRows<T>.Strided(data, width, (long)Sequence.Steps * width)
            : SequenceRows<T>.Strided(data, (long)Sequence.Batch * width, width);
}
