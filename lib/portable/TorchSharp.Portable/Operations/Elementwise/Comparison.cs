using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Operations;

/// <summary>Questions asked element by element; the answers are Bool tensors and have no gradient.</summary>
internal static unsafe class Comparison
{
    internal static Tensor Of<TOp>(Tensor a, Tensor b) where TOp : struct, ICompareOp
    {
        var type = Promotion.Common(a, b);
        var answer = Tensor.New(Broadcasting.Join(a.Layout, b.Layout), ScalarType.Bool);
        using var work = EngineWork.Begin();
        using var x = a.dtype == type ? a.Share() : Copying.Convert(a, type);
        using var y = b.dtype == type ? b.Share() : Copying.Convert(b, type);
        Into<TOp>(x, y, answer);
        return answer;
    }

    [OverloadResolutionPriority(1)]
    internal static Tensor Of<TOp>(Tensor a, Number b) where TOp : struct, ICompareOp
    {
        var type = Promotion.Common(a, b);
        var answer = Tensor.New(a.Layout, ScalarType.Bool);
        using var work = EngineWork.Begin();
        using var x = a.dtype == type ? a.Share() : Copying.Convert(a, type);
        using var y = Filling.Full(Layout.Scalar, b, type);
        Into<TOp>(x, y, answer);
        return answer;
    }

    private static void Into<TOp>(Tensor a, Tensor b, Tensor answer) where TOp : struct, ICompareOp
    {
        switch (a.dtype)
        {
            case ScalarType.Float32: Rows<TOp, float>(a, b, answer); break;
            case ScalarType.Float64: Rows<TOp, double>(a, b, answer); break;
            case ScalarType.Int64: Rows<TOp, long>(a, b, answer); break;
            case ScalarType.Int32: Rows<TOp, int>(a, b, answer); break;
            default: Rows<TOp, byte>(a, b, answer); break;
        }
    }

    private static void Rows<TOp, T>(Tensor a, Tensor b, Tensor answer)
        where TOp : struct, ICompareOp
        where T : unmanaged, INumber<T>
    {
        var layout = answer.Layout;
        if (layout.Count == 0) return;
        Span<long> aStrides = stackalloc long[layout.Rank];
        Span<long> bStrides = stackalloc long[layout.Rank];
        Broadcasting.Strides(a.Layout, layout, aStrides);
        Broadcasting.Strides(b.Layout, layout, bStrides);
        var rows = new RowWalker(layout.Sizes, aStrides, bStrides, layout.Strides);
        fixed (T* x = &a.First<T>(), y = &b.First<T>())
        fixed (bool* z = answer.Elements<bool>())
        {
            do
            {
                for (var i = 0L; i < rows.Length; i++)
                    z[rows.Y + (i * rows.StrideY)] = TOp.Of(x[rows.A + (i * rows.StrideA)], y[rows.B + (i * rows.StrideB)]);
            }
            while (rows.Next());
        }
    }
}
