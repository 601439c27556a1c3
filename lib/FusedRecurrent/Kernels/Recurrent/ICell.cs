using System.Numerics;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// The element-wise part of a time step: what happens between its matrix products. Rows hold at least one vector; the last vector of a row
/// may overlap the one before, which is why nothing is updated in place.
/// </summary>
internal interface ICell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers per unit that the backward pass needs from the forward pass, besides h and c.</summary>
    static abstract int Saved { get; }

    /// <summary>Blocks of H that a row of gate gradients takes.</summary>
    static abstract int Blocks { get; }

    /// <summary>Whether there is a cell state beside the hidden state.</summary>
    static abstract bool HasCell { get; }

    /// <summary>Whether dL/dh reaches the step before directly too, not only through the gates.</summary>
    static abstract bool HasSkip { get; }

    /// <summary>From pre-activations to the new state.</summary>
    static abstract void Forward<V>(in ForwardStep<T> step)
        where V : struct, ISimd<V, T>;

    /// <summary>From the gradient of the new state to those of the pre-activations and of the old cell state.</summary>
    static abstract void Backward<V>(in BackwardStep<T> step)
        where V : struct, ISimd<V, T>;
}
