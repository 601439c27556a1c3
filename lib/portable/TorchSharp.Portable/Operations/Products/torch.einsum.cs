namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums of products, the dimensions named by letters: "bij,bj->bi". Without the arrow, letters that occur once remain.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(tensors);
        return Einsum.Of(equation, tensors);
    }
}
