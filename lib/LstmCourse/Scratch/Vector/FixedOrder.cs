using System.Runtime.Intrinsics;

namespace LstmCourse.Scratch.Vector;

/// <summary>
/// The two inner loops of every product with a matrix, four numbers at a time. The four lanes are the same on every processor, also
/// where it has none that wide, so the order of the additions, and with it every bit of the result, does not depend on the machine.
/// </summary>
internal static class FixedOrder
{
    /// <summary>a · b</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var lanes = Vector256<double>.Zero;
        var k = 0;
        for (; k <= a.Length - 4; k += 4) lanes += Vector256.Create(a.Slice(k, 4)) * Vector256.Create(b.Slice(k, 4));
        var sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }

    /// <summary>y += factor · x</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        var factors = Vector256.Create(factor);
        var k = 0;
        for (; k <= x.Length - 4; k += 4)
        {
            var sum = Vector256.Create<double>(y.Slice(k, 4)) + factors * Vector256.Create(x.Slice(k, 4));
            sum.CopyTo(y.Slice(k, 4));
        }

        for (; k < x.Length; k++) y[k] += factor * x[k];
    }
}
