using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Conversions of tensors with one element, whatever their type, and other helpers.</summary>
public static partial class TensorExtensionMethods
{
    public static float ToSingle(this Tensor value) => (float)value.ToNumber().Real;

    public static double ToDouble(this Tensor value) => value.ToNumber().Real;

    public static sbyte ToSByte(this Tensor value) => (sbyte)value.ToNumber().Integer;

    public static byte ToByte(this Tensor value) => (byte)value.ToNumber().Integer;

    public static short ToInt16(this Tensor value) => (short)value.ToNumber().Integer;

    public static int ToInt32(this Tensor value) => (int)value.ToNumber().Integer;

    public static long ToInt64(this Tensor value) => value.ToNumber().Integer;

    public static bool ToBoolean(this Tensor value) => value.ToNumber().Truth;

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct => scalar switch
    {
        float single => tensor(single, device, requires_grad),
        double real => tensor(real, null, device, requires_grad),
        long integer => tensor(integer, null, device, requires_grad),
        int integer => tensor(integer, device, requires_grad),
        bool truth => tensor(truth, null, device, requires_grad),
        byte small => tensor(small, device, requires_grad),
        _ => throw new NotSupportedException($"Tensors of {typeof(T).Name} are not held by the portable engine."),
    };

    /// <summary>A tensor of the given shape with a copy of the elements.</summary>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        Tensor flat;
        using (EngineWork.Begin()) flat = from_array(rawArray);
        using (flat) return Create.Finish(flat.reshape(dimensions).AsOwn(), requires_grad);
    }

    /// <summary>Makes a parameter of the tensor, which it takes over.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    public static int ElementSize(this ScalarType type) => Dtype.Size(type);

    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, static (product, size) => product * size);
}
