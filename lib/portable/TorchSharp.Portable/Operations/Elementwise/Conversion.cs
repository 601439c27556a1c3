namespace TorchSharp.Operations;

/// <summary>The same values in another element type.</summary>
internal static class Conversion
{
    /// <summary>A new tensor of the given type; its gradient goes back in the type it came in.</summary>
    internal static Tensor To(Tensor input, ScalarType type)
    {
        var converted = Copying.Convert(input, type);
        if (Dtype.IsFloat(type) && GradMode.Records(input)) new ToCopyBackward(input).Attach(converted);
        return converted;
    }

    private sealed class ToCopyBackward(Tensor input) : GradientNode(input)
    {
        private readonly ScalarType _type = input.dtype;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = To(outputs[0]!, _type);
    }
}
