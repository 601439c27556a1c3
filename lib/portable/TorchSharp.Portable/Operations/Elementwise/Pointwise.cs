namespace TorchSharp.Operations;

/// <summary>Operations that work element by element on broadcast operands, with their gradients.</summary>
internal static partial class Pointwise
{
    /// <summary>target += addend, in place and outside the graph; the shapes agree up to broadcasting of the addend.</summary>
    internal static void AddInto(Tensor target, Tensor addend)
    {
        if (addend.dtype == target.dtype)
        {
            BinaryKernel.Run<Sum>(target, addend, target);
            return;
        }
        using (EngineWork.Begin())
        {
            using var converted = Copying.Convert(addend, target.dtype);
            BinaryKernel.Run<Sum>(target, converted, target);
        }
    }

    /// <summary>Runs <paramref name="operation"/> on operands brought to one type; conversion is a differentiable step of its own.</summary>
    private static Tensor In(ScalarType type, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> operation)
    {
        if (a.dtype == type && b.dtype == type) return operation(a, b);
        using var x = Converted(a, type);
        using var y = Converted(b, type);
        return operation(x, y);
    }

    private static Tensor In(ScalarType type, Tensor a, Number b, Func<Tensor, Number, Tensor> operation)
    {
        if (a.dtype == type) return operation(a, b);
        using var x = Converted(a, type);
        return operation(x, b);
    }

    private static Tensor Converted(Tensor operand, ScalarType type)
    {
        using (EngineWork.Begin()) return operand.dtype == type ? operand.ShareInGraph() : Conversion.To(operand, type);
    }

    /// <summary>op(a, b) for operands of one type, without the graph.</summary>
    private static Tensor Compute<TOp>(Tensor a, Tensor b) where TOp : struct, IBinaryOp
    {
        var y = Tensor.New(Broadcasting.Join(a.Layout, b.Layout), a.dtype);
        BinaryKernel.Run<TOp>(a, b, y);
        return y;
    }

    private static Tensor Compute<TOp>(Tensor a, Number b, bool swap = false) where TOp : struct, IBinaryOp
    {
        var y = Tensor.New(a.Layout, a.dtype);
        BinaryKernel.Run<TOp>(a, b, y, swap);
        return y;
    }
}
