namespace TorchSharp.Kernels.Recurrent;

/// <summary>Where one row's numbers lie in a forward step. Pointers to what a cell does not have are null.</summary>
internal unsafe struct ForwardRow<T>
    where T : unmanaged
{
    /// <summary>Pre-activations, four blocks of H at these places.</summary>
    internal T* Pre0, Pre1, Pre2, Pre3;

    internal T* OldHidden, OldCell, NewHidden, NewCell;

    /// <summary>The layer's output, a copy of the new hidden state.</summary>
    internal T* Output;

    /// <summary>Activated gates [Saved·H] and cell state [H] for the backward pass, or null in inference.</summary>
    internal T* Gates, Cells;

    /// <summary>H.</summary>
    internal int Hidden;
}
