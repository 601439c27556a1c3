namespace TorchSharp.Operations;

internal static partial class Reduce
{
    internal static Tensor Mean(Tensor input, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type)
    {
        var wanted = type ?? input.dtype;
        if (!Dtype.IsFloat(wanted))
        {
            throw TorchError.Of(type is null
                ? $"mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: {Dtype.TorchName(wanted)}"
                : $"mean(): optional dtype must be either a floating point or complex dtype. Got: {Dtype.TorchName(wanted)}");
        }
        Tensor sum;
        using (EngineWork.Begin()) sum = Sum(input, dims, keepdim, wanted);
        using (sum) return Pointwise.Divide(sum, sum.Layout.Count == 0 ? 1.0 : (double)input.Layout.Count / sum.Layout.Count);
    }

    /// <summary>Σ (x − mean)² / (n − 1), or / n without <paramref name="unbiased"/>.</summary>
    internal static Tensor Variance(Tensor input, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type)
    {
        if (!Dtype.IsFloat(type ?? input.dtype)) throw TorchError.Of("std and var only support floating point and complex dtypes");
        Tensor squares;
        double count;
        using (EngineWork.Begin())
        {
            using var converted = input.dtype == (type ?? input.dtype) ? input.ShareInGraph() : Conversion.To(input, type!.Value);
            using var mean = Mean(converted, dims, keepdim: true, null);
            using var centred = Pointwise.Subtract(converted, mean);
            using var square = Pointwise.Multiply(centred, centred);
            squares = Sum(square, dims, keepdim, null);
            count = squares.Layout.Count == 0 ? 0 : (double)input.Layout.Count / squares.Layout.Count;
        }
        using (squares) return Pointwise.Divide(squares, Math.Max(0, unbiased ? count - 1 : count));
    }

    internal static Tensor Deviation(Tensor input, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type)
    {
        Tensor variance;
        using (EngineWork.Begin()) variance = Variance(input, dims, unbiased, keepdim, type);
        using (variance) return Pointwise.Sqrt(variance);
    }

    /// <summary>(Σ |x|ᵖ)^(1/p); the largest magnitude for p = ∞.</summary>
    internal static Tensor Norm(Tensor input, ReadOnlySpan<long> dims, bool keepdim, double p)
    {
        Tensor result;
        using (EngineWork.Begin())
        {
            if (p == 2) result = EuclideanNorm(input, dims, keepdim);
            else
            {
                using var size = Pointwise.Abs(input);
                if (double.IsPositiveInfinity(p))
                {
                    result = dims.Length == 0 ? Extremes.Whole(size, largest: true) : Extremes.Values(size, dims[0], keepdim, largest: true);
                }
                else if (p == 1)
                {
                    result = Sum(size, dims, keepdim, null);
                }
                else if (p == 0)
                {
                    using var nonzero = size.ne(0);
                    result = Sum(nonzero, dims, keepdim, size.dtype);
                }
                else
                {
                    using var powers = Pointwise.Power(size, p);
                    using var sum = Sum(powers, dims, keepdim, null);
                    result = Pointwise.Power(sum, 1 / p);
                }
            }
        }
        return result.Publish();
    }

    private static Tensor EuclideanNorm(Tensor input, ReadOnlySpan<long> dims, bool keepdim)
    {
        using var recording = GradMode.Set(false);
        using var squares = Pointwise.Multiply(input, input);
        using var sum = Sum(squares, dims, keepdim, null);
        var norm = Pointwise.Sqrt(sum);
        recording.Dispose();
        if (GradMode.Records(input)) new NormBackward(input, norm, ReducedShape.Of(input.Layout, dims, keepdim)).Attach(norm);
        return norm;
    }

    /// <summary>∂‖x‖ = g·x/‖x‖, and 0 where the norm is 0.</summary>
    private sealed class NormBackward : GradientNode
    {
        private readonly ReducedShape _shape;

        internal NormBackward(Tensor input, Tensor norm, ReducedShape shape) : base(input)
        {
            _shape = shape;
            Save(input, norm);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var norm = Saved(1).reshape(_shape.Kept.Sizes);
            using var g = outputs[0]!.reshape(_shape.Kept.Sizes);
            using var direction = Saved(0).div(norm);
            using var zero = norm.eq(0);
            using var safe = Selecting.MaskedFill(direction, zero, 0);
            inputs[0] = safe.mul(g);
        }
    }
}
