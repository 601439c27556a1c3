using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Moves elements between layouts and types.</summary>
internal static class Copying
{
    /// <summary>A row-major copy of the same type.</summary>
    internal static Tensor ToDense(Tensor source)
    {
        var copy = Tensor.New(source.Layout, source.dtype);
        Copy(source, copy);
        return copy;
    }

    /// <summary>A row-major copy in another type.</summary>
    internal static Tensor Convert(Tensor source, ScalarType type)
    {
        var copy = Tensor.New(source.Layout, type);
        Copy(source, copy);
        return copy;
    }

    /// <summary>The elements broadcast to a shape, row-major. The caller disposes the result.</summary>
    internal static Tensor Spread(Tensor source, Layout layout)
    {
        if (source.Layout.SameSizes(layout)) return source.Dense();
        var spread = Tensor.New(layout, source.dtype);
        Copy(source, spread);
        return spread;
    }

    /// <summary>Writes <paramref name="source"/>, broadcast and converted if need be, over the elements of <paramref name="target"/>.</summary>
    internal static void Copy(Tensor source, Tensor target)
    {
        var layout = target.Layout;
        var joined = Broadcasting.Join(layout, source.Layout);
        if (!joined.SameSizes(layout))
            throw TorchError.Of($"output with shape {layout.Describe()} doesn't match the broadcast shape {joined.Describe()}");
        if (layout.Count == 0) return;
        switch (source.dtype)
        {
            case ScalarType.Float32: From<float>(source, target); break;
            case ScalarType.Float64: From<double>(source, target); break;
            case ScalarType.Int64: From<long>(source, target); break;
            case ScalarType.Int32: From<int>(source, target); break;
            default: From<byte>(source, target); break;
        }
    }

    private static void From<TFrom>(Tensor source, Tensor target) where TFrom : unmanaged, INumberBase<TFrom>
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Rows<TFrom, float>(source, target, false); break;
            case ScalarType.Float64: Rows<TFrom, double>(source, target, false); break;
            case ScalarType.Int64: Rows<TFrom, long>(source, target, false); break;
            case ScalarType.Int32: Rows<TFrom, int>(source, target, false); break;
            case ScalarType.Bool: Rows<TFrom, byte>(source, target, source.dtype != ScalarType.Bool); break;
            default: Rows<TFrom, byte>(source, target, false); break;
        }
    }

    private static unsafe void Rows<TFrom, TTo>(Tensor source, Tensor target, bool asTruth)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        var layout = target.Layout;
        Span<long> strides = stackalloc long[layout.Rank];
        Broadcasting.Strides(source.Layout, layout, strides);
        var rows = new RowWalker(layout.Sizes, strides, strides, layout.Strides);
        fixed (TFrom* from = &source.First<TFrom>())
        fixed (TTo* to = &target.First<TTo>())
        {
            do
            {
                Row(from + rows.A, rows.StrideA, to + rows.Y, rows.StrideY, rows.Length, asTruth);
            }
            while (rows.Next());
        }
    }

    private static unsafe void Row<TFrom, TTo>(TFrom* from, long step, TTo* to, long toStep, long length, bool asTruth)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        if (asTruth)
        {
            for (var i = 0L; i < length; i++) to[i * toStep] = TFrom.IsZero(from[i * step]) ? TTo.Zero : TTo.One;
        }
        else if (typeof(TFrom) == typeof(TTo) && step == 1 && toStep == 1)
        {
            Buffer.MemoryCopy(from, to, length * sizeof(TTo), length * sizeof(TTo));
        }
        else if (typeof(TFrom) == typeof(TTo) && step == 0 && toStep == 1)
        {
            new Span<TTo>(to, checked((int)length)).Fill(*(TTo*)from);
        }
        else if (typeof(TFrom) == typeof(TTo))
        {
            var same = (TTo*)from;
            for (var i = 0L; i < length; i++) to[i * toStep] = same[i * step];
        }
        else
        {
            for (var i = 0L; i < length; i++) to[i * toStep] = TTo.CreateTruncating(from[i * step]);
        }
    }
}
