using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Applies an <see cref="IUnaryOp"/>; strided input is made row-major first.</summary>
internal static class UnaryKernel
{
    internal static Tensor Run<TOp>(Tensor x) where TOp : struct, IUnaryOp
    {
        var y = Tensor.New(x.Layout, x.dtype);
        using var dense = Packed.Of(x);
        switch (x.dtype)
        {
            case ScalarType.Float32: Elements<TOp, float>(dense, y); break;
            case ScalarType.Float64: Elements<TOp, double>(dense, y); break;
            case ScalarType.Int64: Elements<TOp, long>(dense, y); break;
            case ScalarType.Int32: Elements<TOp, int>(dense, y); break;
            default: Elements<TOp, byte>(dense, y); break;
        }
        return y;
    }

    private static void Elements<TOp, T>(Tensor x, Tensor y)
        where TOp : struct, IUnaryOp
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> from = x.Elements<T>();
        var to = y.Elements<T>();
        var i = 0;
        for (; i <= from.Length - Vector<T>.Count; i += Vector<T>.Count) TOp.Of(new Vector<T>(from[i..])).CopyTo(to[i..]);
        for (; i < from.Length; i++) to[i] = TOp.Of(from[i]);
    }
}
