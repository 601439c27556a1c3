using System.Numerics;
using TorchSharp.Kernels.Losses;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp;

/// <summary>Cross-entropy of logits and negative log-likelihood of log-probabilities, each as one step of the graph.</summary>
internal static class CrossEntropy
{
    internal static Tensor OfLogits(Tensor x, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction, double smoothing)
    {
        if (smoothing is not (>= 0 and <= 1)) throw TorchError.Of($"label_smoothing must be between 0.0 and 1.0. Got: {smoothing}");
        return target.Layout.SameSizes(x.Layout) && Dtype.IsFloat(target.dtype)
            ? OfDistribution(x, target, weight, reduction, smoothing)
            : Fused(x, target, weight, new Settings(ignored, reduction, smoothing, IsLogits: true));
    }

    internal static Tensor OfLogProbabilities(Tensor x, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction) =>
        Fused(x, target, weight, new Settings(ignored, reduction, 0, IsLogits: false));

    private static Tensor Fused(Tensor x, Tensor target, Tensor? weight, Settings settings)
    {
        using var rows = ClassTargets.Of(x, target, weight, settings.Ignored);
        return x.dtype == ScalarType.Float64 ? Forward<double>(x, rows, weight, settings) : Forward<float>(x, rows, weight, settings);
    }

    private static unsafe Tensor Forward<T>(Tensor x, in ClassTargets rows, Tensor? weight, Settings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var whole = settings.Reduction != nn.Reduction.None;
        var result = Tensor.New(whole ? Layout.Scalar : rows.LossLayout, x.dtype);
        T divisor;
        Tensor logSums;
        using (EngineWork.Begin())
        {
            using var losses = Tensor.New(Layout.Of(rows.Rows), x.dtype);
            using var w = weight?.Dense();
            logSums = Tensor.New(Layout.Of(rows.Rows), x.dtype);
            divisor = settings.Reduction == nn.Reduction.Mean
                ? TotalWeight(rows.Classes.Elements<long>(), Elements<T>(w), settings.Ignored)
                : T.One;
            fixed (T* scores = rows.Scores.Elements<T>(), pw = Elements<T>(w), loss = losses.Elements<T>(), log = logSums.Elements<T>())
            fixed (long* classes = rows.Classes.Elements<long>())
            {
                if (settings.IsLogits)
                    CrossEntropyKernel.Forward(scores, rows.Rows, rows.ClassCount, classes, pw, settings.Ignored, settings.Smoothing, loss, log);
                else Pick(scores, rows, classes, pw, settings.Ignored, loss);
                if (whole) result.Elements<T>()[0] = Reduction.Sum(loss, rows.Rows) / divisor;
                else losses.Elements<T>().CopyTo(result.Elements<T>());
            }
        }
        using (logSums)
        {
            if (GradMode.Records(x)) new CrossEntropyBackward(x, rows, weight, logSums, settings, double.CreateTruncating(divisor)).Attach(result);
        }
        return result;
    }

    /// <summary>The sum of the weights of all rows that count: what Mean divides by.</summary>
    private static T TotalWeight<T>(ReadOnlySpan<long> classes, ReadOnlySpan<T> weight, long ignored) where T : unmanaged, INumberBase<T>
    {
        var total = T.Zero;
        foreach (var number in classes)
        {
            if (number != ignored) total += weight.IsEmpty ? T.One : weight[(int)number];
        }
        return total;
    }

    private static unsafe void Pick<T>(T* scores, in ClassTargets rows, long* classes, T* weight, long ignored, T* loss)
        where T : unmanaged, INumberBase<T>
    {
        for (long r = 0; r < rows.Rows; r++)
        {
            var number = classes[r];
            loss[r] = number == ignored ? T.Zero : -scores[r * rows.ClassCount + number] * (weight == null ? T.One : weight[number]);
        }
    }

    /// <summary>Against probabilities of all classes: −Σ_c weight[c]·y[c]·log softmax(x)[c].</summary>
    private static Tensor OfDistribution(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction, double smoothing)
    {
        var dim = x.Layout.Rank == 1 ? 0 : 1;
        var classes = x.Layout.Sizes[dim];
        ClassTargets.CheckWeight(weight, classes, x.dtype);
        using var scope = NewDisposeScope();
        var distribution = smoothing > 0 ? target * (1 - smoothing) + smoothing / classes : target;
        var terms = distribution * x.log_softmax(dim);
        if (weight is not null)
        {
            var sizes = new long[x.Layout.Rank];
            Array.Fill(sizes, 1);
            sizes[dim] = classes;
            terms *= weight.reshape(sizes);
        }
        var loss = reduction switch
        {
            nn.Reduction.None => -terms.sum(dim),
            nn.Reduction.Sum => -terms.sum(),
            _ => -terms.sum() / Math.Max(1, x.Layout.Count / classes),
        };
        return loss.MoveToOuterDisposeScope();
    }

    private static Span<T> Elements<T>(Tensor? tensor) where T : unmanaged => tensor is null ? default : tensor.Elements<T>();

    private readonly record struct Settings(long Ignored, nn.Reduction Reduction, double Smoothing, bool IsLogits);

    private sealed class CrossEntropyBackward : GradientNode
    {
        private readonly Settings _settings;
        private readonly double _divisor;
        private readonly bool _isMoved;

        internal CrossEntropyBackward(Tensor x, in ClassTargets rows, Tensor? weight, Tensor logSums, Settings settings, double divisor) : base(x)
        {
            (_settings, _divisor) = (settings, divisor);
            _isMoved = x.Layout.Rank > 2;
            Save(rows.Scores, rows.Classes, weight, logSums);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice("cross_entropy");
            var gradient = outputs[0]!.dtype == ScalarType.Float64 ? Slopes<double>(outputs[0]!) : Slopes<float>(outputs[0]!);
            if (!_isMoved)
            {
                inputs[0] = gradient;
                return;
            }
            using (gradient)
            {
                using var back = ClassTargets.ClassesSecond(gradient);
                inputs[0] = back.Dense();
            }
        }

        private unsafe Tensor Slopes<T>(Tensor gradient) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (scores, classes, logSums) = (Saved(0), Saved(1), Saved(3));
            var (rows, width) = (classes.Layout.Count, scores.Layout.Sizes[^1]);
            using var dy = gradient.Dense();
            using var w = HasSaved(2) ? Saved(2).Dense() : null;
            using var scales = Tensor.New(Layout.Of(rows), scores.dtype);
            if (_settings.Reduction == nn.Reduction.None) dy.Elements<T>().CopyTo(scales.Elements<T>());
            else scales.Elements<T>().Fill(dy.Elements<T>()[0] / T.CreateTruncating(_divisor));

            var result = Tensor.New(scores.Layout, scores.dtype);
            fixed (T* x = scores.Elements<T>(), pw = Elements<T>(w), log = logSums.Elements<T>(), scale = scales.Elements<T>())
            fixed (T* dx = result.Elements<T>())
            fixed (long* target = classes.Elements<long>())
            {
                if (_settings.IsLogits)
                    CrossEntropyKernel.Backward(x, log, rows, width, target, pw, _settings.Ignored, _settings.Smoothing, scale, dx);
                else Scatter(result.Elements<T>(), classes.Elements<long>(), Elements<T>(w), scales.Elements<T>(), width);
            }
            return result;
        }

        private void Scatter<T>(Span<T> dx, ReadOnlySpan<long> classes, ReadOnlySpan<T> weight, ReadOnlySpan<T> scale, long width)
            where T : unmanaged, INumberBase<T>
        {
            dx.Clear();
            for (var r = 0; r < classes.Length; r++)
            {
                if (classes[r] == _settings.Ignored) continue;
                dx[(int)(r * width + classes[r])] = -scale[r] * (weight.IsEmpty ? T.One : weight[(int)classes[r]]);
            }
        }
    }
}
