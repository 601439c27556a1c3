using System.Numerics;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// One layer and direction of an LSTM, GRU or RNN over a whole sequence. Layers, directions and dropout between layers are stacked by the
/// caller.
/// </summary>
internal static unsafe class RecurrentLayer
{
    /// <summary>
    /// Runs the layer: reads x (rows of InputSize), writes y (rows of HiddenSize) and the last states hₙ and cₙ [B, H] where not null.
    /// Null initial states are zero; c₀ and cₙ are for LSTM only. Writes what <see cref="Backward"/> needs to <paramref name="tape"/>, or
    /// nothing where that is null.
    /// </summary>
    internal static void Forward<T>(
        LayerShape layer, SequenceShape sequence, LayerWeights<T> weights,
        SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y, T* hN, T* cN, LayerTape<T>? tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var run = new ForwardArguments<T>(layer, sequence, weights, x, h0, c0, y, hN, cN);
        switch (layer.Cell)
        {
            case CellKind.Lstm: ForwardWith<LstmCell<T>, T>(run, tape); break;
            case CellKind.Gru: ForwardWith<GruCell<T>, T>(run, tape); break;
            case CellKind.RnnTanh: ForwardWith<RnnCell<TanhNonlinearity<T>, T>, T>(run, tape); break;
            default: ForwardWith<RnnCell<ReluNonlinearity<T>, T>, T>(run, tape); break;
        }
    }

    /// <summary>
    /// Gradients from those of y and of the last states (each may be null for zero). x, y, h₀, c₀ and the weights are those of the forward
    /// pass. Overwrites every gradient that is not null, but adds to dx with <paramref name="accumulateInput"/> (the second direction).
    /// </summary>
    internal static void Backward<T>(
        LayerShape layer, SequenceShape sequence, LayerTape<T> tape, LayerWeights<T> weights,
        SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y, SequenceRows<T> dy, T* dhN, T* dcN, SequenceRows<T> dx, bool accumulateInput,
        LayerWeights<T> gradients, T* dh0, T* dc0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var forward = new ForwardArguments<T>(layer, sequence, weights, x, h0, c0, y, null, null);
        var run = new BackwardArguments<T>(forward, tape, dy, dhN, dcN, dx, accumulateInput, gradients, dh0, dc0);
        switch (layer.Cell)
        {
            case CellKind.Lstm: BackwardWith<LstmCell<T>, T>(run); break;
            case CellKind.Gru: BackwardWith<GruCell<T>, T>(run); break;
            case CellKind.RnnTanh: BackwardWith<RnnCell<TanhNonlinearity<T>, T>, T>(run); break;
            default: BackwardWith<RnnCell<ReluNonlinearity<T>, T>, T>(run); break;
        }
    }

    private static void ForwardWith<TCell, T>(ForwardArguments<T> run, LayerTape<T>? tape)
        where TCell : struct, ICell<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SimdWidth.RunUpTo<ForwardKernel<TCell, T>, T>(run.Layer.HiddenSize, new(run, tape));

    private static void BackwardWith<TCell, T>(BackwardArguments<T> run)
        where TCell : struct, ICell<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SimdWidth.RunUpTo<BackwardKernel<TCell, T>, T>(run.Forward.Layer.HiddenSize, new(run));

    private readonly struct ForwardKernel<TCell, T>(ForwardArguments<T> run, LayerTape<T>? tape) : IKernel<T>
        where TCell : struct, ICell<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<V>()
            where V : struct, ISimd<V, T> => new ForwardPass<V, T, TCell>(run, tape).Run();
    }

    private readonly struct BackwardKernel<TCell, T>(BackwardArguments<T> run) : IKernel<T>
        where TCell : struct, ICell<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<V>()
            where V : struct, ISimd<V, T> => new BackwardPass<V, T, TCell>(run).Run();
    }
}
