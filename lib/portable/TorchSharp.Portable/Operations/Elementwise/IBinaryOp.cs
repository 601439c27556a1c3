using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>A function of two numbers, element by element; written once for every type, for one element and for a vector of them.</summary>
internal interface IBinaryOp
{
    static abstract T Of<T>(T a, T b) where T : unmanaged, INumber<T>;

    static abstract Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T>;
}

internal readonly struct Sum : IBinaryOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T> => a + b;
}

internal readonly struct Difference : IBinaryOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => a - b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T> => a - b;
}

internal readonly struct Product : IBinaryOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => a * b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T> => a * b;
}

internal readonly struct Quotient : IBinaryOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => a / b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T> => a / b;
}

/// <summary>The larger of two; NaN if either is.</summary>
internal readonly struct Larger : IBinaryOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsNaN(a) || a > b ? a : b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T> =>
        Vector.ConditionalSelect(Vector.GreaterThan(a, b) | ~Vector.Equals(a, a), a, b);
}

/// <summary>The smaller of two; NaN if either is.</summary>
internal readonly struct Smaller : IBinaryOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsNaN(a) || a < b ? a : b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged, INumber<T> =>
        Vector.ConditionalSelect(Vector.LessThan(a, b) | ~Vector.Equals(a, a), a, b);
}
