using System.Numerics;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp.Operations;

/// <summary>Sums and means over dimensions.</summary>
internal static partial class Reduce
{
    /// <summary>The sum over the given dimensions, or over all if there are none given. Integers and booleans add up as Int64.</summary>
    internal static Tensor Sum(Tensor input, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type)
    {
        var wanted = type ?? (Dtype.IsFloat(input.dtype) ? input.dtype : ScalarType.Int64);
        if (input.dtype == wanted) return SumSame(input, ReducedShape.Of(input.Layout, dims, keepdim));
        Tensor converted;
        using (EngineWork.Begin()) converted = Conversion.To(input, wanted);
        using (converted) return SumSame(converted, ReducedShape.Of(converted.Layout, dims, keepdim));
    }

    private static Tensor SumSame(Tensor input, ReducedShape shape)
    {
        var sum = Tensor.New(shape.Result, input.dtype);
        using var ordered = shape.Arrange(input);
        switch (input.dtype)
        {
            case ScalarType.Float32: SumReal<float>(ordered, sum, shape); break;
            case ScalarType.Float64: SumReal<double>(ordered, sum, shape); break;
            case ScalarType.Int64: SumWhole<long>(ordered, sum, shape); break;
            case ScalarType.Int32: SumWhole<int>(ordered, sum, shape); break;
            default: SumWhole<byte>(ordered, sum, shape); break;
        }
        if (GradMode.Records(input)) new SumBackward(input, shape).Attach(sum);
        return sum;
    }

    private static unsafe void SumReal<T>(Tensor input, Tensor sum, ReducedShape shape) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shape.Count == 0)
        {
            sum.Elements<T>().Clear();
            return;
        }
        fixed (T* x = input.Elements<T>(), y = sum.Elements<T>())
        {
            if (shape.Inner == 1)
            {
                RowReduction.SumAlongRows(x, shape.Outer, shape.Count, y);
                return;
            }
            for (var o = 0L; o < shape.Outer; o++)
                RowReduction.SumOverRows(x + (o * shape.Count * shape.Inner), shape.Count, shape.Inner, shape.Inner, y + (o * shape.Inner));
        }
    }

    private static void SumWhole<T>(Tensor input, Tensor sum, ReducedShape shape) where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> x = input.Elements<T>();
        var y = sum.Elements<T>();
        y.Clear();
        for (var i = 0; i < x.Length; i++) y[shape.ResultIndex(i)] += x[i];
    }

    /// <summary>Every element had a part of 1 in the sum.</summary>
    private sealed class SumBackward(Tensor input, ReducedShape shape) : GradientNode(input)
    {
        private readonly Layout _sizes = input.Layout;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (outputs[0]!.Layout.SameSizes(shape.Kept) || outputs[0]!.Layout.Rank == 0)
            {
                inputs[0] = Views.Expand(outputs[0]!, _sizes);
                return;
            }
            using var kept = outputs[0]!.reshape(shape.Kept.Sizes);
            inputs[0] = Views.Expand(kept, _sizes);
        }
    }
}
