using System.Numerics;
using TorchSharp.Kernels.Elements;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp.Kernels.Losses;

/// <summary>
/// Cross-entropy of logits x [rows, classes] against class numbers: loss = w[t]·(1−ε)·(log Σ eˣ − x[t]) + ε/C·Σ_c w[c]·(log Σ eˣ − x[c]),
/// ε the label smoothing.
/// </summary>
internal static unsafe class CrossEntropyKernel
{
    private const long Grain = 1 << 14;

    /// <summary>
    /// Writes each row's loss (0 for an ignored row) and its log Σ eˣ, which the backward pass needs. <paramref name="weight"/> may be
    /// null. The caller has checked the targets.
    /// </summary>
    internal static void Forward<T>(
        T* x, long rows, long classes, long* target, T* weight, long ignored, double smoothing, T* loss, T* logSumExp)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T keep = T.CreateTruncating(1 - smoothing);
        T share = T.CreateTruncating(smoothing / classes);
        Workers.For(rows, Math.Max(1, Grain / Math.Max(1, classes)), (from, to) =>
        {
            using var scratch = Scratch.Rent<T>(classes);
            for (long r = from; r < to; r++)
            {
                T* row = x + (r * classes);
                T log = RowReduction.LogSumExp(row, scratch.Pointer, classes);
                logSumExp[r] = log;
                long t = target[r];
                if (t == ignored)
                {
                    loss[r] = T.Zero;
                    continue;
                }

                T value = keep * (weight == null ? T.One : weight[t]) * (log - row[t]);
                if (smoothing > 0)
                {
                    Elementwise.Binary<Subtract<T>, T>(&log, 0, row, 1, scratch.Pointer, classes);
                    T all = weight == null
                        ? Reduction.Sum(scratch.Pointer, classes)
                        : Reduction.Dot(scratch.Pointer, weight, classes);
                    value = T.FusedMultiplyAdd(share, all, value);
                }

                loss[r] = value;
            }
        });
    }

    /// <summary>
    /// dx = scale[r]·(w·softmax x − the target's distribution), with <paramref name="scale"/> the gradient of each row's loss. The row's
    /// factor for softmax is (1−ε)·w[t] + ε/C·Σ w.
    /// </summary>
    internal static void Backward<T>(
        T* x, T* logSumExp, long rows, long classes, long* target, T* weight, long ignored, double smoothing, T* scale, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T keep = T.CreateTruncating(1 - smoothing);
        T share = T.CreateTruncating(smoothing / classes);
        T total = weight == null ? T.CreateTruncating(classes) : Reduction.Sum(weight, classes);
        Workers.For(rows, Math.Max(1, Grain / Math.Max(1, classes)), (from, to) =>
        {
            for (long r = from; r < to; r++)
            {
                T* row = x + (r * classes);
                T* gradient = dx + (r * classes);
                long t = target[r];
                if (t == ignored)
                {
                    new Span<T>(gradient, (int)classes).Clear();
                    continue;
                }

                T log = logSumExp[r];
                T targetWeight = keep * (weight == null ? T.One : weight[t]);
                T factor = scale[r] * T.FusedMultiplyAdd(share, total, targetWeight);
                Elementwise.Binary<Subtract<T>, T>(row, 1, &log, 0, gradient, classes);
                Elementwise.Unary<Exponential<T>, T>(gradient, gradient, classes);
                Elementwise.Binary<Multiply<T>, T>(gradient, 1, &factor, 0, gradient, classes);
                gradient[t] -= scale[r] * targetWeight;
                if (smoothing > 0)
                {
                    T step = scale[r] * share;
                    for (long c = 0; c < classes; c++)
                    {
                        gradient[c] -= weight == null ? step : step * weight[c];
                    }
                }
            }
        });
    }
}
