using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Sets all elements to one number.</summary>
internal static class Filling
{
    internal static Tensor Full(Layout layout, Number value, ScalarType type)
    {
        var filled = Tensor.New(layout, type);
        Fill(filled, value);
        return filled;
    }

    internal static void Fill(Tensor target, Number value)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Rows(target, value.As<float>()); break;
            case ScalarType.Float64: Rows(target, value.As<double>()); break;
            case ScalarType.Int64: Rows(target, value.As<long>()); break;
            case ScalarType.Int32: Rows(target, value.As<int>()); break;
            case ScalarType.Bool: Rows(target, (byte)(value.Truth ? 1 : 0)); break;
            default: Rows(target, value.As<byte>()); break;
        }
    }

    private static unsafe void Rows<T>(Tensor target, T value) where T : unmanaged, INumberBase<T>
    {
        var layout = target.Layout;
        if (layout.IsContiguous)
        {
            target.Elements<T>().Fill(value);
            return;
        }
        var rows = new RowWalker(layout.Sizes, layout.Strides, layout.Strides, layout.Strides);
        fixed (T* start = &target.First<T>())
        {
            do
            {
                for (var i = 0L; i < rows.Length; i++) start[rows.Y + (i * rows.StrideY)] = value;
            }
            while (rows.Next());
        }
    }
}
