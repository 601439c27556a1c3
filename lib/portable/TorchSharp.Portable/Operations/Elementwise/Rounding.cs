using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Rounding of real numbers to whole ones; whole numbers stay as they are.</summary>
internal static class Rounding
{
    internal static T Of<T>(T x, MidpointRounding mode) where T : unmanaged, INumber<T>
    {
        if (x is float single) return (T)(object)MathF.Round(single, mode);
        if (x is double real) return (T)(object)Math.Round(real, mode);
        return x;
    }

    internal static Vector<T> Of<T>(Vector<T> x, MidpointRounding mode) where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return Vector.Round(x.As<T, float>(), mode).As<float, T>();
        if (typeof(T) == typeof(double)) return Vector.Round(x.As<T, double>(), mode).As<double, T>();
        return x;
    }
}
