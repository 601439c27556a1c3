namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with the shape and the elements of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) => rawArray switch
    {
        null => throw new ArgumentNullException(nameof(rawArray)),
        _ when rawArray.GetType().GetElementType() == typeof(float) => Create.Copy<float>(rawArray, dtype, device, requires_grad, names),
        _ when rawArray.GetType().GetElementType() == typeof(double) => Create.Copy<double>(rawArray, dtype, device, requires_grad, names),
        _ when rawArray.GetType().GetElementType() == typeof(long) => Create.Copy<long>(rawArray, dtype, device, requires_grad, names),
        _ when rawArray.GetType().GetElementType() == typeof(int) => Create.Copy<int>(rawArray, dtype, device, requires_grad, names),
        _ when rawArray.GetType().GetElementType() == typeof(bool) => Create.Copy<bool>(rawArray, dtype, device, requires_grad, names),
        _ when rawArray.GetType().GetElementType() == typeof(byte) => Create.Copy<byte>(rawArray, dtype, device, requires_grad, names),
        _ => throw new NotSupportedException($"Tensors of {rawArray.GetType().GetElementType()} are not held by the portable engine."),
    };
}
