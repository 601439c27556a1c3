using System.Numerics;
using TorchSharp.Kernels.Elements;

namespace TorchSharp.Operations;

/// <summary>Applies the vectorised kernels for real numbers to tensors. Strided operands are made row-major first.</summary>
internal static unsafe class RealKernel
{
    /// <summary>y = f(x); f is given for both widths of real numbers.</summary>
    internal static Tensor Unary<TSingle, TDouble>(Tensor x)
        where TSingle : struct, IUnary<float>
        where TDouble : struct, IUnary<double>
    {
        var y = Tensor.New(x.Layout, x.dtype);
        using var dense = Packed.Of(x);
        if (x.dtype == ScalarType.Float32) Run<TSingle, float>(dense, y);
        else Run<TDouble, double>(dense, y);
        return y;
    }

    /// <summary>y = f(a, b) for operands of one shape.</summary>
    internal static Tensor Binary<TSingle, TDouble>(Tensor a, Tensor b)
        where TSingle : struct, IBinary<float>
        where TDouble : struct, IBinary<double>
    {
        var y = Tensor.New(a.Layout, a.dtype);
        using var left = Packed.Of(a);
        using var right = Packed.Of(b);
        if (a.dtype == ScalarType.Float32) Run<TSingle, float>(left, right, y);
        else Run<TDouble, double>(left, right, y);
        return y;
    }

    private static void Run<TOp, T>(Tensor x, Tensor y)
        where TOp : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* from = x.Elements<T>(), to = y.Elements<T>()) Elementwise.Unary<TOp, T>(from, to, y.Layout.Count);
    }

    private static void Run<TOp, T>(Tensor a, Tensor b, Tensor y)
        where TOp : struct, IBinary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* left = a.Elements<T>(), right = b.Elements<T>(), to = y.Elements<T>())
            Elementwise.Binary<TOp, T>(left, right, to, y.Layout.Count);
    }
}
