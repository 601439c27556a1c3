namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>Where the numbers of one backward step's rows lie. Pointers to what a cell does not have are null.</summary>
internal unsafe struct BackwardStep<T>
    where T : unmanaged
{
    internal int Rows;

    /// <summary>H.</summary>
    internal int Hidden;

    /// <summary>Saved by the forward pass: activated gates, rows of Saved·H, and the new cell state, rows of H.</summary>
    internal T* Gates, Cells;

    /// <summary>The states before the step and the hidden state after it.</summary>
    internal T* OldHidden, OldCell, NewHidden;

    internal nint OldHiddenRow, OldCellRow, NewHiddenRow;

    /// <summary>dL/dh and dL/dc from the step after.</summary>
    internal T* HiddenGradient, CellGradient;

    /// <summary>dL/dh from the output, or null for zero.</summary>
    internal T* OutputGradient;

    internal nint OutputGradientRow;

    /// <summary>To be written: dL/dc of the old cell state, and the direct part of dL/dh of the old hidden state.</summary>
    internal T* OldCellGradient, OldHiddenGradient;

    /// <summary>Between rows of dL/dh and dL/dc.</summary>
    internal nint StateGradientRow;

    /// <summary>To be written: the gradients of the pre-activations, Blocks·H in a row.</summary>
    internal T* GateGradients;

    internal nint GateGradientRow;
}
