using System.Runtime.Intrinsics;

namespace LstmCourse.Speech;

/// <summary>
/// How far two sequences are apart if either may be stretched in time (dynamic time warping; Sakoe and Chiba, 1978).
/// </summary>
public static class TimeWarping
{
    /// <summary>
    /// The cost of the cheapest way from the first pair of frames to the last, one frame on in one of the sequences or in both at each
    /// step, divided by the number of frames of both. A pair costs its Euclidean distance.
    /// </summary>
    /// <param name="a">(frame, feature), at least one frame.</param>
    /// <param name="b">(frame, feature), at least one frame with as many features.</param>
    /// <exception cref="ArgumentException">A sequence is empty, or the numbers of features differ.</exception>
    public static double Distance(IReadOnlyList<float[]> a, IReadOnlyList<float[]> b) => Distance(a, b, double.PositiveInfinity);

    /// <summary>As above; infinity as soon as it is certain that the distance is not below a limit, since costs only add up.</summary>
    internal static double Distance(IReadOnlyList<float[]> a, IReadOnlyList<float[]> b, double limit)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Count == 0 || b.Count == 0) throw new ArgumentException("Expected at least one frame in either sequence; got none.");
        if (a[0].Length != b[0].Length)
            throw new ArgumentException($"Expected as many features in both sequences; got {a[0].Length} and {b[0].Length}.");

        var columns = b as float[][] ?? [.. b];
        // row[j + 1]: the cheapest way to the pair of the current frame of a and frame j of b.
        var row = new double[b.Count + 1];
        Array.Fill(row, double.PositiveInfinity);
        row[0] = 0;
        foreach (var frame in a)
        {
            var diagonal = row[0];
            row[0] = double.PositiveInfinity;
            var least = double.PositiveInfinity;
            for (var j = 0; j < columns.Length; j++)
            {
                var cheapest = Math.Min(diagonal, Math.Min(row[j], row[j + 1]));
                diagonal = row[j + 1];
                row[j + 1] = cheapest + Euclidean(frame, columns[j]);
                least = Math.Min(least, row[j + 1]);
            }

            if (least / (a.Count + b.Count) >= limit) return double.PositiveInfinity;
        }

        return row[^1] / (a.Count + b.Count);
    }

    // Vectors of four on every machine: with wider ones the order of the sums, and so the last bits, would depend on the processor.
    private static double Euclidean(float[] x, float[] y)
    {
        var sums = Vector128<float>.Zero;
        var i = 0;
        for (; i + 3 < x.Length; i += 4)
        {
            var difference = Vector128.LoadUnsafe(ref x[i]) - Vector128.LoadUnsafe(ref y[i]);
            sums += difference * difference;
        }

        var sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (; i < x.Length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
        return Math.Sqrt(sum);
    }
}
