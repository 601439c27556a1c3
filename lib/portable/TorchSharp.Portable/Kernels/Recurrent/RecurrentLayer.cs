using System.Numerics;

namespace TorchSharp.Kernels.Recurrent;

/// <summary>
/// One layer and direction of an LSTM, GRU or RNN over a whole sequence. Layers, directions and dropout between layers are stacked by the
/// caller.
/// </summary>
internal static unsafe class RecurrentLayer
{
    /// <summary>
    /// Runs the layer: reads x (rows of InputSize), writes y (rows of HiddenSize) and the last states hₙ and cₙ [B, H] where not null.
    /// Null initial states are zero; c₀ and cₙ are for LSTM only.
    /// </summary>
    /// <returns>What <see cref="Backward"/> needs, or null where <paramref name="training"/> is false.</returns>
    internal static LayerTape<T>? Forward<T>(
        LayerShape layer, SequenceShape sequence, LayerWeights<T> weights,
        SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y, T* hN, T* cN, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        PlainLayer.Forward(layer, sequence, weights, x, h0, c0, y, hN, cN, training);

    /// <summary>
    /// Gradients from those of y and of the last states (each may be null for zero). x, y, h₀, c₀ and the weights are those of the forward
    /// pass. Overwrites every gradient that is not null, but adds to dx with <paramref name="accumulateInput"/> (the second direction).
    /// </summary>
    internal static void Backward<T>(
        LayerTape<T> tape, LayerWeights<T> weights, SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y,
        SequenceRows<T> dy, T* dhN, T* dcN, SequenceRows<T> dx, bool accumulateInput, LayerWeights<T> gradients, T* dh0, T* dc0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        PlainLayer.Backward(tape, weights, x, h0, c0, y, dy, dhN, dcN, dx, accumulateInput, gradients, dh0, dc0);
}
