using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>A question about two numbers.</summary>
internal interface ICompareOp
{
    static abstract bool Of<T>(T a, T b) where T : unmanaged, INumber<T>;
}

internal readonly struct IsEqual : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a == b;
}

internal readonly struct IsUnequal : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a != b;
}

internal readonly struct IsGreater : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a > b;
}

internal readonly struct IsGreaterOrEqual : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a >= b;
}

internal readonly struct IsLess : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a < b;
}

internal readonly struct IsLessOrEqual : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a <= b;
}

internal readonly struct BothTrue : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) && !T.IsZero(b);
}

internal readonly struct EitherTrue : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) || !T.IsZero(b);
}

internal readonly struct OneTrue : ICompareOp
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsZero(a) != T.IsZero(b);
}
