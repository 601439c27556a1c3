using System.Runtime.CompilerServices;

namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    /// <summary>target = op(target, other): straight into the target's memory when nothing is recorded.</summary>
    internal static Tensor InPlace<TOp>(Tensor target, Tensor other, Func<Tensor, Tensor, Tensor> recorded) where TOp : struct, IBinaryOp
    {
        Autograd.InPlace.Check(target);
        if (Autograd.InPlace.Records(target, other) || other.dtype != target.dtype || SharesMemory(target, other))
        {
            return Recorded(target, other, recorded);
        }
        Autograd.InPlace.RequireFit(target, Broadcasting.Join(target.Layout, other.Layout), target.dtype);
        BinaryKernel.Run<TOp>(target, other, target);
        Autograd.InPlace.Done(target);
        return target;
    }

    /// <summary>target = op(target, number).</summary>
    [OverloadResolutionPriority(1)]
    internal static Tensor InPlace<TOp>(Tensor target, Number number, Func<Tensor, Number, Tensor> recorded) where TOp : struct, IBinaryOp
    {
        Autograd.InPlace.Check(target);
        if (Autograd.InPlace.Records(target, null) || Promotion.Common(target, number) != target.dtype || target.dtype == ScalarType.Bool)
        {
            return Recorded(target, number, recorded);
        }
        BinaryKernel.Run<TOp>(target, number, target);
        Autograd.InPlace.Done(target);
        return target;
    }

    internal static Tensor AddInPlace(Tensor target, Tensor addend) => InPlace<Sum>(target, addend, Add);

    internal static Tensor AddInPlace(Tensor target, Tensor addend, Number alpha)
    {
        using var scaled = Scaled(addend, alpha);
        return AddInPlace(target, scaled);
    }

    private static Tensor Recorded<TOperand>(Tensor target, TOperand operand, Func<Tensor, TOperand, Tensor> operation) =>
        target.Changed(x => operation(x, operand));

    /// <summary>Different handles on one storage may overlap, so that writing one would change what is still to be read of the other.</summary>
    private static bool SharesMemory(Tensor target, Tensor other) => !ReferenceEquals(target, other) && ReferenceEquals(target.Memory, other.Memory);
}
