using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    /// <summary>xⁿ</summary>
    [OverloadResolutionPriority(1)]
    internal static Tensor Power(Tensor x, Number exponent) => In(Promotion.Common(x, exponent), x, exponent, static (x, n) =>
    {
        if (n.Real < 0 && !Dtype.IsFloat(x.dtype)) throw TorchError.Of("Integers to negative integer powers are not allowed.");
        var y = n.Real == 2 ? Compute<Product>(x, x) : n.Real == 1 ? Copying.ToDense(x) : RaiseEach(x, n);
        if (GradMode.Records(x)) new PowBackward(x, n).Attach(y);
        return y;
    });

    /// <summary>aᵇ</summary>
    internal static Tensor Power(Tensor a, Tensor b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var y = Tensor.New(Broadcasting.Join(a.Layout, b.Layout), a.dtype);
        using (EngineWork.Begin())
        {
            using var bases = Copying.Spread(a, y.Layout);
            using var exponents = Copying.Spread(b, y.Layout);
            switch (a.dtype)
            {
                case ScalarType.Float32: RaiseReal<float>(bases, exponents, y); break;
                case ScalarType.Float64: RaiseReal<double>(bases, exponents, y); break;
                case ScalarType.Int64: RaiseWhole<long>(bases, exponents, y); break;
                case ScalarType.Int32: RaiseWhole<int>(bases, exponents, y); break;
                default: RaiseWhole<byte>(bases, exponents, y); break;
            }
        }
        if (GradMode.Records(a, b)) new PowTensorBackward(a, b, y).Attach(y);
        return y;
    });

    private static Tensor RaiseEach(Tensor x, Number exponent)
    {
        var y = Tensor.New(x.Layout, x.dtype);
        using var work = EngineWork.Begin();
        using var bases = x.Dense();
        using var number = Filling.Full(Layout.Scalar, exponent, x.dtype);
        using var exponents = Copying.Spread(number, y.Layout);
        switch (x.dtype)
        {
            case ScalarType.Float32: RaiseReal<float>(bases, exponents, y); break;
            case ScalarType.Float64: RaiseReal<double>(bases, exponents, y); break;
            case ScalarType.Int64: RaiseWhole<long>(bases, exponents, y); break;
            case ScalarType.Int32: RaiseWhole<int>(bases, exponents, y); break;
            default: RaiseWhole<byte>(bases, exponents, y); break;
        }
        return y;
    }

    private static void RaiseReal<T>(Tensor bases, Tensor exponents, Tensor y) where T : unmanaged, INumber<T>
    {
        var x = bases.Elements<T>();
        var n = exponents.Elements<T>();
        var to = y.Elements<T>();
        for (var i = 0; i < to.Length; i++) to[i] = T.CreateTruncating(PreciseMath.Pow(double.CreateTruncating(x[i]), double.CreateTruncating(n[i])));
    }

    private static void RaiseWhole<T>(Tensor bases, Tensor exponents, Tensor y) where T : unmanaged, INumber<T>
    {
        var x = bases.Elements<T>();
        var n = exponents.Elements<T>();
        var to = y.Elements<T>();
        for (var i = 0; i < to.Length; i++)
        {
            var power = T.One;
            var left = long.CreateTruncating(n[i]);
            if (left < 0) throw TorchError.Of("Integers to negative integer powers are not allowed.");
            for (var square = x[i]; left > 0; left >>= 1, square *= square)
            {
                if ((left & 1) != 0) power *= square;
            }
            to[i] = power;
        }
    }

    /// <summary>∂xⁿ = g·n·xⁿ⁻¹</summary>
    private sealed class PowBackward : GradientNode
    {
        private readonly Number _exponent;

        internal PowBackward(Tensor x, Number exponent) : base(x)
        {
            _exponent = exponent;
            Save(x);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (_exponent.Real == 0)
            {
                inputs[0] = outputs[0]!.mul(0);
                return;
            }
            using var lower = Power(Saved(0), _exponent.Real - 1);
            using var slope = Multiply(lower, _exponent);
            inputs[0] = outputs[0]!.mul(slope);
        }
    }

    /// <summary>∂aᵇ = g·b·aᵇ⁻¹ for a, g·aᵇ·ln a for b</summary>
    private sealed class PowTensorBackward : GradientNode
    {
        private readonly Layout _a;
        private readonly Layout _b;

        internal PowTensorBackward(Tensor a, Tensor b, Tensor y) : base(a, b)
        {
            _a = a.Layout;
            _b = b.Layout;
            Save(a, b, y);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var (g, a, b) = (outputs[0]!, Saved(0), Saved(1));
            if (Needs(0))
            {
                using var less = Subtract(b, 1);
                using var lower = Power(a, less);
                using var scaled = Multiply(lower, b);
                // a⁰ is constant, also where a is 0 and a⁻¹ infinite.
                using var flat = b.eq(0);
                using var slope = Selecting.MaskedFill(scaled, flat, 0);
                using var full = g.mul(slope);
                inputs[0] = Broadcasting.SumTo(full, _a);
            }
            if (Needs(1))
            {
                using var log = Log(a);
                using var scaled = Multiply(Saved(2), log);
                // 0ᵇ is constantly 0 for b ≥ 0.
                using var zero = a.eq(0);
                using var notNegative = b.ge(0);
                using var flat = zero.logical_and(notNegative);
                using var slope = Selecting.MaskedFill(scaled, flat, 0);
                using var full = g.mul(slope);
                inputs[1] = Broadcasting.SumTo(full, _b);
            }
        }
    }
}
