namespace TorchSharp.Kernels.Recurrent;

/// <summary>Where one row's numbers lie in a backward step. Pointers to what a cell does not have are null.</summary>
internal unsafe struct BackwardRow<T>
    where T : unmanaged
{
    /// <summary>Saved by the forward pass: activated gates [Saved·H] and the new cell state.</summary>
    internal T* Gates, Cells;

    /// <summary>States before and after the step.</summary>
    internal T* OldHidden, OldCell, NewHidden;

    /// <summary>dL/dh from the step after and from the output (null for none), and dL/dc from the step after.</summary>
    internal T* HiddenGradient, OutputGradient, CellGradient;

    /// <summary>To be written: dL/dc of the old cell state, the direct part of dL/dh of the old hidden state, and of the pre-activations.</summary>
    internal T* OldCellGradient, OldHiddenGradient, GateGradients;

    /// <summary>H.</summary>
    internal int Hidden;
}
