namespace TorchSharp.Operations;

/// <summary>And, or, exclusive or and complement of the bits of whole numbers; for Bool the logical ones.</summary>
internal static class Bitwise
{
    internal static Tensor And(Tensor a, Tensor b) => Of<AndBits>(a, b, "bitwise_and_cpu");

    internal static Tensor Or(Tensor a, Tensor b) => Of<OrBits>(a, b, "bitwise_or_cpu");

    internal static Tensor Xor(Tensor a, Tensor b) => Of<XorBits>(a, b, "bitwise_xor_cpu");

    internal static Tensor Not(Tensor a)
    {
        if (a.dtype == ScalarType.Bool) return a.logical_not();
        if (Dtype.IsFloat(a.dtype)) throw TorchError.Unsupported("bitwise_not_cpu", a.dtype);
        var complement = Copying.ToDense(a);
        var bytes = complement.RawBytes();
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)~bytes[i];
        return complement;
    }

    private static Tensor Of<TOp>(Tensor a, Tensor b, string name) where TOp : struct, IBitOp
    {
        var type = Promotion.Common(a, b);
        if (Dtype.IsFloat(type)) throw TorchError.Unsupported(name, type);
        var y = Tensor.New(Broadcasting.Join(a.Layout, b.Layout), type);
        using var work = EngineWork.Begin();
        using var x = Converted(a, type, y.Layout);
        using var z = Converted(b, type, y.Layout);
        var left = x.RawBytes();
        var right = z.RawBytes();
        var to = y.RawBytes();
        for (var i = 0; i < to.Length; i++) to[i] = TOp.Of(left[i], right[i]);
        return y;
    }

    private static Tensor Converted(Tensor operand, ScalarType type, Layout layout)
    {
        var converted = Tensor.New(layout, type);
        Copying.Copy(operand, converted);
        return converted;
    }

    private interface IBitOp
    {
        static abstract byte Of(byte a, byte b);
    }

    private readonly struct AndBits : IBitOp
    {
        public static byte Of(byte a, byte b) => (byte)(a & b);
    }

    private readonly struct OrBits : IBitOp
    {
        public static byte Of(byte a, byte b) => (byte)(a | b);
    }

    private readonly struct XorBits : IBitOp
    {
        public static byte Of(byte a, byte b) => (byte)(a ^ b);
    }
}
