using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>A function of one number; written once for every type, for one element and for a vector of them.</summary>
internal interface IUnaryOp
{
    static abstract T Of<T>(T x) where T : unmanaged, INumber<T>;

    static abstract Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T>;
}

internal readonly struct Negative : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => -x;

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> => -x;
}

internal readonly struct Magnitude : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => T.Abs(x);

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> => Vector.Abs(x);
}

/// <summary>−1, 0 or 1; 0 of NaN, as in PyTorch.</summary>
internal readonly struct SignOf : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : T.Zero;

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> =>
        Vector.ConditionalSelect(
            Vector.GreaterThan(x, Vector<T>.Zero), Vector<T>.One,
            Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), -Vector<T>.One, Vector<T>.Zero));
}

internal readonly struct RoundDown : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToNegativeInfinity);

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToNegativeInfinity);
}

internal readonly struct RoundUp : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToPositiveInfinity);

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToPositiveInfinity);
}

internal readonly struct RoundToZero : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToZero);

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToZero);
}

/// <summary>To the nearest whole number, halves to the even one.</summary>
internal readonly struct RoundToEven : IUnaryOp
{
    public static T Of<T>(T x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToEven);

    public static Vector<T> Of<T>(Vector<T> x) where T : unmanaged, INumber<T> => Rounding.Of(x, MidpointRounding.ToEven);
}
