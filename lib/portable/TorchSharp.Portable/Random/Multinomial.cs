using System.Numerics;

namespace TorchSharp;

/// <summary>Draws positions with the probability of their weights.</summary>
internal static class Multinomial
{
    /// <summary>From weights [n] or [rows, n]; gives Int64 positions [count] or [rows, count].</summary>
    internal static Tensor Draw(Tensor weights, long count, bool replacement, Generator? generator)
    {
        Check(weights, count, replacement);
        var n = weights.Layout.Sizes[^1];
        var rows = weights.Layout.Rank == 1 ? 1 : weights.Layout.Sizes[0];
        var picks = Tensor.New(weights.Layout.Rank == 1 ? Layout.Of(count) : Layout.Of(rows, count), ScalarType.Int64);
        using var work = EngineWork.Begin();
        using var dense = weights.Dense();
        generator ??= Generator.Default;
        if (dense.dtype == ScalarType.Float64) Rows<double>(generator, dense, picks.Elements<long>(), rows, n, count, replacement);
        else Rows<float>(generator, dense, picks.Elements<long>(), rows, n, count, replacement);
        return picks;
    }

    private static void Rows<T>(Generator generator, Tensor weights, Span<long> picks, long rows, long n, long count, bool replacement)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var all = weights.Elements<T>();
        CheckSums(all, (int)n);
        if (!replacement || count == 1)
        {
            Race(generator, all, picks, (int)rows, (int)n, (int)count);
            return;
        }
        lock (generator.Gate)
        {
            for (var r = 0; r < rows; r++)
                Search(generator, all.Slice(r * (int)n, (int)n), picks.Slice(r * (int)count, (int)count));
        }
    }

    /// <summary>
    /// Each position finishes after an exponential time divided by its weight; the first ones are drawn. That draws without replacement,
    /// in one pass.
    /// </summary>
    private static void Race<T>(Generator generator, ReadOnlySpan<T> weights, Span<long> picks, int rows, int n, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var times = new T[rows * n];
        RandomFill.Exponential<T>(generator, times, 1);
        var speeds = new T[n];
        var order = new int[n];
        for (var r = 0; r < rows; r++)
        {
            for (var i = 0; i < n; i++)
            {
                speeds[i] = -weights[r * n + i] / times[r * n + i];
                order[i] = i;
            }
            Array.Sort(speeds, order);
            for (var i = 0; i < count; i++) picks[r * count + i] = order[i];
        }
    }

    /// <summary>With replacement: a uniform number per draw, looked up in the cumulative weights.</summary>
    private static void Search<T>(Generator generator, ReadOnlySpan<T> weights, Span<long> picks) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var cumulative = new T[weights.Length];
        var sum = T.Zero;
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] = sum += weights[i];
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] /= sum;
        foreach (ref var pick in picks)
        {
            var draw = generator.NextDouble();
            var (low, high) = (0, cumulative.Length - 1);
            while (low < high)
            {
                var middle = low + (high - low) / 2;
                if (double.CreateTruncating(cumulative[middle]) < draw) low = middle + 1;
                else high = middle;
            }
            pick = low;
        }
    }

    private static void Check(Tensor weights, long count, bool replacement)
    {
        if (!Dtype.IsFloat(weights.dtype)) throw TorchError.Of("multinomial only supports floating-point dtypes for input, got: " + Dtype.TorchName(weights.dtype));
        if (weights.Layout.Rank is not (1 or 2)) throw TorchError.Of("prob_dist must be 1 or 2 dim");
        if (count <= 0) throw TorchError.Of("cannot sample n_sample <= 0 samples");
        if (!replacement && count > weights.Layout.Sizes[^1])
            throw TorchError.Of("cannot sample n_sample > prob_dist.size(-1) samples without replacement");
    }

    private static void CheckSums<T>(ReadOnlySpan<T> weights, int n) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var start = 0; start < weights.Length; start += n)
        {
            var sum = T.Zero;
            foreach (var weight in weights.Slice(start, n))
            {
                if (!T.IsFinite(weight) || weight < T.Zero) throw TorchError.Of("probability tensor contains either `inf`, `nan` or element < 0");
                sum += weight;
            }
            if (sum == T.Zero) throw TorchError.Of("invalid multinomial distribution (sum of probabilities <= 0)");
        }
    }
}
