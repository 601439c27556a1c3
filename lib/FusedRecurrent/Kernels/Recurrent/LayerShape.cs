namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>One layer and direction: its cell, its sizes, and whether it runs from the last step to the first.</summary>
internal sealed record LayerShape(CellKind Cell, int InputSize, int HiddenSize, bool Reverse)
{
    /// <summary>Rows of the weights: gates times hidden size.</summary>
    internal int GateRows => Cell.Gates() * HiddenSize;
}
