using FusedRecurrent.Kernels.Recurrent;
using TorchSharp.Modules;

namespace FusedRecurrent;

/// <summary>Fused layers over the parameters of TorchSharp's own.</summary>
public static partial class Fused
{
    /// <summary>A fused layer that shares the parameters of <paramref name="lstm"/>: training either trains both.</summary>
    /// <param name="lstm">Where the parameters come from. Moving the result to another type or device ends the sharing.</param>
    /// <param name="dropout">
    /// The dropout of <paramref name="lstm"/>, which TorchSharp does not tell. Needed only where it is not 0.
    /// </param>
    /// <exception cref="ArgumentException">The layer has a dropout that was not given here.</exception>
    public static FusedLSTM From(LSTM lstm, double dropout = 0)
    {
        ArgumentNullException.ThrowIfNull(lstm);
        var probe = new LayerProbe(lstm, dropout, x => lstm.forward(x, null) is var (y, h, _) ? (y, h) : default);
        return new(probe.Shape(CellKind.Lstm), lstm);
    }

    /// <inheritdoc cref="From(LSTM, double)"/>
    /// <param name="gru">Where the parameters come from. Moving the result to another type or device ends the sharing.</param>
    /// <param name="dropout">The dropout of <paramref name="gru"/>, which TorchSharp does not tell. Needed only where it is not 0.</param>
    public static FusedGRU From(GRU gru, double dropout = 0)
    {
        ArgumentNullException.ThrowIfNull(gru);
        var probe = new LayerProbe(gru, dropout, x => gru.forward(x, null!));
        return new(probe.Shape(CellKind.Gru), gru);
    }

    /// <inheritdoc cref="From(LSTM, double)"/>
    /// <param name="rnn">Where the parameters come from. Moving the result to another type or device ends the sharing.</param>
    /// <param name="dropout">The dropout of <paramref name="rnn"/>, which TorchSharp does not tell. Needed only where it is not 0.</param>
    public static FusedRNN From(RNN rnn, double dropout = 0)
    {
        ArgumentNullException.ThrowIfNull(rnn);
        var probe = new LayerProbe(rnn, dropout, x => rnn.forward(x, null));
        return new(probe.Shape(probe.IsRectified() ? CellKind.RnnRelu : CellKind.RnnTanh), rnn);
    }
}
