using System.Numerics;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Recurrent;

/// <summary>
/// The element-wise part of one time step: what happens between a step's matrix products. Units [from, to) of one row at a time, at least
/// one vector of them; the last vector may overlap the one before, which is why nothing is updated in place.
/// </summary>
internal interface ICell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers per unit that the backward pass needs from the forward pass, besides h.</summary>
    static abstract int Saved { get; }

    /// <summary>Numbers per unit that the gates' pre-activations take, and their gradients.</summary>
    static abstract int Blocks { get; }

    /// <summary>Whether there is a cell state beside the hidden state.</summary>
    static abstract bool HasCell { get; }

    /// <summary>Whether dL/dh reaches the step before directly too, not only through the gates.</summary>
    static abstract bool HasSkip { get; }

    /// <summary>From pre-activations to the new state.</summary>
    static abstract void Forward<V>(in ForwardRow<T> row, int from, int to)
        where V : struct, ISimd<V, T>;

    /// <summary>From the gradient of the new state to those of the pre-activations and of the old cell state.</summary>
    static abstract void Backward<V>(in BackwardRow<T> row, int from, int to)
        where V : struct, ISimd<V, T>;
}
