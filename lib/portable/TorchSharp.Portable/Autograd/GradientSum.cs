namespace TorchSharp.Autograd;

/// <summary>Adds up gradients that meet in one place.</summary>
internal static class GradientSum
{
    /// <summary>The sum; takes both operands over. Adds in place where nobody else can see the memory.</summary>
    internal static Tensor Add(Tensor left, Tensor right)
    {
        if (!GradMode.Enabled && left.Memory.HasOneHolder && left.Layout.IsContiguous)
        {
            Pointwise.AddInto(left, right);
            right.Dispose();
            return left;
        }
        var sum = left.add(right);
        left.Dispose();
        right.Dispose();
        return sum;
    }
}
