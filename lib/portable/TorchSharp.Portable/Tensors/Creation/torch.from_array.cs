namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with the shape and the elements of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var element = rawArray.GetType().GetElementType()!;
        return Type.GetTypeCode(element) switch
        {
            TypeCode.Single => Create.Copy<float>(rawArray, dtype, device, requires_grad, names),
            TypeCode.Double => Create.Copy<double>(rawArray, dtype, device, requires_grad, names),
            TypeCode.Int64 => Create.Copy<long>(rawArray, dtype, device, requires_grad, names),
            TypeCode.Int32 => Create.Copy<int>(rawArray, dtype, device, requires_grad, names),
            TypeCode.Boolean => Create.Copy<bool>(rawArray, dtype, device, requires_grad, names),
            TypeCode.Byte => Create.Copy<byte>(rawArray, dtype, device, requires_grad, names),
            _ => throw new NotSupportedException($"Tensors of {element.Name} are not held by the portable engine."),
        };
    }
}
