using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Operations;

/// <summary>Rounded quotients and what they leave.</summary>
internal static class Modulus
{
    /// <summary>a − b·⌊a/b⌋, with the sign of b.</summary>
    internal static Tensor Remainder(Tensor a, Tensor b)
    {
        using var floor = EngineWorkQuotient(a, b, RoundingMode.floor);
        using var multiple = Hidden(() => Pointwise.Multiply(b, floor));
        return Pointwise.Subtract(a, multiple);
    }

    [OverloadResolutionPriority(1)]
    internal static Tensor Remainder(Tensor a, Number b)
    {
        using var number = Hidden(() => Filling.Full(Layout.Scalar, b, Promotion.Common(a, b)));
        return Remainder(a, number);
    }

    /// <summary>a / b rounded towards zero or down; whole numbers stay whole.</summary>
    internal static Tensor Quotient(Tensor a, Tensor b, RoundingMode mode)
    {
        var type = Promotion.Common(a, b);
        if (mode == RoundingMode.None) return Pointwise.Divide(a, b);
        if (Dtype.IsFloat(type))
        {
            using var quotient = Hidden(() => Pointwise.Divide(a, b));
            return mode == RoundingMode.floor ? Pointwise.Floor(quotient) : Pointwise.Trunc(quotient);
        }
        var y = Tensor.New(Broadcasting.Join(a.Layout, b.Layout), type);
        using var work = EngineWork.Begin();
        using var x = Spread(a, y);
        using var z = Spread(b, y);
        switch (type)
        {
            case ScalarType.Int64: Divide<long>(x, z, y, mode); break;
            case ScalarType.Int32: Divide<int>(x, z, y, mode); break;
            default: Divide<byte>(x, z, y, mode); break;
        }
        return y;
    }

    private static Tensor EngineWorkQuotient(Tensor a, Tensor b, RoundingMode mode) => Hidden(() => Quotient(a, b, mode));

    private static Tensor Hidden(Func<Tensor> compute)
    {
        using (EngineWork.Begin()) return compute();
    }

    private static Tensor Spread(Tensor operand, Tensor like)
    {
        var spread = Tensor.New(like.Layout, like.dtype);
        Copying.Copy(operand, spread);
        return spread;
    }

    private static void Divide<T>(Tensor a, Tensor b, Tensor y, RoundingMode mode) where T : unmanaged, INumber<T>
    {
        var x = a.Elements<T>();
        var z = b.Elements<T>();
        var to = y.Elements<T>();
        for (var i = 0; i < to.Length; i++)
        {
            if (T.IsZero(z[i])) throw TorchError.Of("ZeroDivisionError");
            var quotient = x[i] / z[i];
            var inexact = quotient * z[i] != x[i];
            to[i] = mode == RoundingMode.floor && inexact && T.IsNegative(x[i]) != T.IsNegative(z[i]) ? quotient - T.One : quotient;
        }
    }
}
