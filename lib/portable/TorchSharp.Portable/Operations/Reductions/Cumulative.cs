using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp.Operations;

/// <summary>Running sums, products and log-sums along a dimension.</summary>
internal static class Cumulative
{
    /// <summary>yₖ = x₀ + … + xₖ</summary>
    internal static Tensor Sum(Tensor input, long dim, ScalarType? type)
    {
        var wanted = type ?? (Dtype.IsFloat(input.dtype) ? input.dtype : ScalarType.Int64);
        var at = input.Layout.Dim(dim);
        Tensor sums;
        using (EngineWork.Begin())
        {
            using var converted = input.dtype == wanted ? input.ShareInGraph() : Conversion.To(input, wanted);
            sums = Copying.ToDense(converted);
            Run(sums, at);
            if (GradMode.Records(converted)) new CumsumBackward(converted, at).Attach(sums);
        }
        return sums.Publish();
    }

    /// <summary>log Σ e^x along a dimension, without overflow.</summary>
    internal static Tensor LogSumExp(Tensor input, long dim, bool keepdim)
    {
        if (!Dtype.IsFloat(input.dtype))
        {
            Tensor real;
            using (EngineWork.Begin()) real = Conversion.To(input, get_default_dtype());
            using (real) return LogSumExp(real, dim, keepdim);
        }
        var shape = ReducedShape.Of(input.Layout, [dim], keepdim);
        var result = Tensor.New(shape.Result, input.dtype);
        using (EngineWork.Begin())
        {
            using var recording = GradMode.Set(false);
            using var moved = Views.MoveLast(input, input.Layout.Dim(dim));
            using var rows = moved.Dense();
            if (input.dtype == ScalarType.Float32) LogRows<float>(rows, result, shape.Count);
            else LogRows<double>(rows, result, shape.Count);
        }
        if (GradMode.Records(input)) new LogsumexpBackward(input, result, shape).Attach(result);
        return result;
    }

    /// <summary>The product of all elements or along a dimension.</summary>
    internal static Tensor Product(Tensor input, long? dim, bool keepdim, ScalarType? type)
    {
        var wanted = type ?? (Dtype.IsFloat(input.dtype) ? input.dtype : ScalarType.Int64);
        var shape = ReducedShape.Of(input.Layout, dim is { } d ? [d] : [], keepdim);
        Tensor product;
        using (EngineWork.Begin())
        {
            using var converted = input.dtype == wanted ? input.ShareInGraph() : Conversion.To(input, wanted);
            product = Filling.Full(shape.Result, 1, wanted);
            using var ordered = shape.Arrange(converted);
            switch (wanted)
            {
                case ScalarType.Float32: Multiply<float>(ordered, product, shape); break;
                case ScalarType.Float64: Multiply<double>(ordered, product, shape); break;
                case ScalarType.Int64: Multiply<long>(ordered, product, shape); break;
                case ScalarType.Int32: Multiply<int>(ordered, product, shape); break;
                default: Multiply<byte>(ordered, product, shape); break;
            }
            if (GradMode.Records(converted)) new ProdBackward(converted, shape).Attach(product);
        }
        return product.Publish();
    }

    private static void Run(Tensor sums, int dim)
    {
        var shape = ReducedShape.Of(sums.Layout, [dim], true);
        switch (sums.dtype)
        {
            case ScalarType.Float32: Run<float>(sums, shape); break;
            case ScalarType.Float64: Run<double>(sums, shape); break;
            case ScalarType.Int64: Run<long>(sums, shape); break;
            case ScalarType.Int32: Run<int>(sums, shape); break;
            default: Run<byte>(sums, shape); break;
        }
    }

    private static void Run<T>(Tensor sums, ReducedShape shape) where T : unmanaged, INumber<T>
    {
        var y = sums.Elements<T>();
        var (inner, block) = ((int)shape.Inner, (int)(shape.Count * shape.Inner));
        for (var i = 0; i < y.Length; i++)
        {
            if (i % block >= inner) y[i] += y[i - inner];
        }
    }

    private static void Multiply<T>(Tensor ordered, Tensor product, ReducedShape shape) where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> x = ordered.Elements<T>();
        var y = product.Elements<T>();
        for (var i = 0; i < x.Length; i++) y[shape.ResultIndex(i)] *= x[i];
    }

    private static unsafe void LogRows<T>(Tensor rows, Tensor result, long columns) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var scratch = Scratch.Rent<T>(Math.Max(1, columns));
        fixed (T* x = rows.Elements<T>(), y = result.Elements<T>())
        {
            for (var r = 0L; r < result.Layout.Count; r++)
                y[r] = columns == 0 ? T.NegativeInfinity : RowReduction.LogSumExp(x + (r * columns), scratch.Pointer, columns);
        }
    }

    /// <summary>Each element is in its own sum and all later ones.</summary>
    private sealed class CumsumBackward(Tensor input, int dim) : GradientNode(input)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var reversed = outputs[0]!.flip(dim);
            using var sums = Sum(reversed, dim, null);
            inputs[0] = sums.flip(dim);
        }
    }

    /// <summary>∂ log Σ e^x = g·e^(x − y)</summary>
    private sealed class LogsumexpBackward : GradientNode
    {
        private readonly ReducedShape _shape;

        internal LogsumexpBackward(Tensor input, Tensor result, ReducedShape shape) : base(input)
        {
            _shape = shape;
            Save(input, result);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var result = Saved(1).reshape(_shape.Kept.Sizes);
            using var g = outputs[0]!.reshape(_shape.Kept.Sizes);
            using var difference = Saved(0).sub(result);
            using var shares = difference.exp();
            inputs[0] = shares.mul(g);
        }
    }

    /// <summary>∂∏: g times the product of all the others, which zeros leave well defined.</summary>
    private sealed class ProdBackward : GradientNode
    {
        private readonly ReducedShape _shape;

        internal ProdBackward(Tensor input, ReducedShape shape) : base(input)
        {
            _shape = shape;
            Save(input);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice("prod");
            var x = Saved(0);
            using var others = Tensor.New(x.Layout, x.dtype);
            using var ordered = _shape.Arrange(x);
            if (x.dtype == ScalarType.Float32) Others<float>(ordered, others, _shape);
            else Others<double>(ordered, others, _shape);
            using var g = outputs[0]!.reshape(_shape.Kept.Sizes);
            inputs[0] = others.mul(g);
        }

        private static void Others<T>(Tensor ordered, Tensor others, ReducedShape shape) where T : unmanaged, INumber<T>
        {
            ReadOnlySpan<T> x = ordered.Elements<T>();
            var y = others.Elements<T>();
            var (inner, count) = ((int)shape.Inner, (int)shape.Count);
            for (var i = 0; i < x.Length; i++)
            {
                var start = (i / (inner * count) * inner * count) + (i % inner);
                var product = T.One;
                for (var k = 0; k < count; k++)
                {
                    var at = start + (k * inner);
                    if (at != i) product *= x[at];
                }
                y[i] = product;
            }
        }
    }
}
