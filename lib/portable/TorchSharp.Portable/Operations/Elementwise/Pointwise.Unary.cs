namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    internal static Tensor Negate(Tensor x)
    {
        if (x.dtype == ScalarType.Bool)
            throw TorchError.Of("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.");
        var y = UnaryKernel.Run<Negative>(x);
        if (GradMode.Records(x)) new NegBackward(x).Attach(y);
        return y;
    }

    private sealed class NegBackward(Tensor x) : GradientNode(x)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = Negate(outputs[0]!);
    }
}
