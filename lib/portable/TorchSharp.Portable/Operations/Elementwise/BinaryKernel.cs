using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Applies an <see cref="IBinaryOp"/> to two broadcast operands of one type.</summary>
internal static unsafe class BinaryKernel
{
    /// <summary>y = op(a, b). The operands have the type of <paramref name="y"/>, which has the joined shape and may be one of them.</summary>
    internal static void Run<TOp>(Tensor a, Tensor b, Tensor y) where TOp : struct, IBinaryOp
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: Tensors<TOp, float>(a, b, y); break;
            case ScalarType.Float64: Tensors<TOp, double>(a, b, y); break;
            case ScalarType.Int64: Tensors<TOp, long>(a, b, y); break;
            case ScalarType.Int32: Tensors<TOp, int>(a, b, y); break;
            default: Tensors<TOp, byte>(a, b, y); break;
        }
    }

    /// <summary>y = op(a, b) with a number on the right, or, when <paramref name="swap"/>, y = op(b, a).</summary>
    internal static void Run<TOp>(Tensor a, Number b, Tensor y, bool swap = false) where TOp : struct, IBinaryOp
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: WithNumber<TOp, float>(a, b.As<float>(), y, swap); break;
            case ScalarType.Float64: WithNumber<TOp, double>(a, b.As<double>(), y, swap); break;
            case ScalarType.Int64: WithNumber<TOp, long>(a, b.As<long>(), y, swap); break;
            case ScalarType.Int32: WithNumber<TOp, int>(a, b.As<int>(), y, swap); break;
            default: WithNumber<TOp, byte>(a, b.As<byte>(), y, swap); break;
        }
    }

    private static void Tensors<TOp, T>(Tensor a, Tensor b, Tensor y)
        where TOp : struct, IBinaryOp
        where T : unmanaged, INumber<T>
    {
        var layout = y.Layout;
        if (layout.Count == 0) return;
        Span<long> aStrides = stackalloc long[layout.Rank];
        Span<long> bStrides = stackalloc long[layout.Rank];
        Broadcasting.Strides(a.Layout, layout, aStrides);
        Broadcasting.Strides(b.Layout, layout, bStrides);
        var rows = new RowWalker(layout.Sizes, aStrides, bStrides, layout.Strides);
        fixed (T* pa = &a.First<T>(), pb = &b.First<T>(), py = &y.First<T>())
        {
            do
            {
                Row<TOp, T>(pa + rows.A, rows.StrideA, pb + rows.B, rows.StrideB, py + rows.Y, rows.StrideY, rows.Length);
            }
            while (rows.Next());
        }
    }

    private static void WithNumber<TOp, T>(Tensor a, T number, Tensor y, bool swap)
        where TOp : struct, IBinaryOp
        where T : unmanaged, INumber<T>
    {
        var layout = y.Layout;
        if (layout.Count == 0) return;
        Span<long> strides = stackalloc long[layout.Rank];
        Broadcasting.Strides(a.Layout, layout, strides);
        var rows = new RowWalker(layout.Sizes, strides, strides, layout.Strides);
        fixed (T* pa = &a.First<T>(), py = &y.First<T>())
        {
            do
            {
                if (swap) Row<TOp, T>(&number, 0, pa + rows.A, rows.StrideA, py + rows.Y, rows.StrideY, rows.Length);
                else Row<TOp, T>(pa + rows.A, rows.StrideA, &number, 0, py + rows.Y, rows.StrideY, rows.Length);
            }
            while (rows.Next());
        }
    }

    /// <summary>One row. Each operand is read vector by vector if its elements lie side by side or are all the same one.</summary>
    private static void Row<TOp, T>(T* a, long aStep, T* b, long bStep, T* y, long yStep, long length)
        where TOp : struct, IBinaryOp
        where T : unmanaged, INumber<T>
    {
        var i = 0L;
        if (yStep == 1 && aStep is 0 or 1 && bStep is 0 or 1)
        {
            var width = Vector<T>.Count;
            var sameA = new Vector<T>(*a);
            var sameB = new Vector<T>(*b);
            for (; i <= length - width; i += width)
            {
                var va = aStep == 0 ? sameA : Vector.Load(a + i);
                var vb = bStep == 0 ? sameB : Vector.Load(b + i);
                TOp.Of(va, vb).Store(y + i);
            }
        }
        for (; i < length; i++) y[i * yStep] = TOp.Of(a[i * aStep], b[i * bStep]);
    }
}
