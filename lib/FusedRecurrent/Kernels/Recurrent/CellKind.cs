namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>Which recurrent cell a layer runs.</summary>
internal enum CellKind
{
    /// <summary>Four gates i, f, g, o.</summary>
    Lstm,

    /// <summary>Three gates r, z, n.</summary>
    Gru,

    /// <summary>h = tanh(…).</summary>
    RnnTanh,

    /// <summary>h = max(0, …).</summary>
    RnnRelu,
}

internal static class CellKinds
{
    /// <summary>How many blocks of hidden-size rows the weights hold.</summary>
    internal static int Gates(this CellKind kind) => kind switch
    {
        CellKind.Lstm => 4,
        CellKind.Gru => 3,
        _ => 1,
    };

    /// <summary>Numbers per unit that the backward pass needs from the forward pass, besides h and c.</summary>
    internal static int Saved(this CellKind kind) => kind is CellKind.Lstm or CellKind.Gru ? 4 : 0;
}
