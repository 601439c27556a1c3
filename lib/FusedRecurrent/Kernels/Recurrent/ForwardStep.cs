namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>Where the numbers of one forward step's rows lie. Pointers to what a cell does not have are null.</summary>
internal unsafe struct ForwardStep<T>
    where T : unmanaged
{
    internal int Rows;

    /// <summary>H.</summary>
    internal int Hidden;

    /// <summary>Pre-activations: up to four blocks of H in each row.</summary>
    internal T* Pre;

    internal nint PreRow;

    internal (int, int, int, int) Blocks;

    /// <summary>States before and after the step, rows of H.</summary>
    internal T* OldHidden, OldCell, NewHidden, NewCell;

    /// <summary>The layer's output, a copy of the new hidden state.</summary>
    internal T* Output;

    internal nint OutputRow;

    /// <summary>To be written: activated gates, rows of Saved·H.</summary>
    internal T* Gates;

    /// <summary>To be written for the backward pass: the new cell state, rows of H; null in inference.</summary>
    internal T* Cells;
}
