using System.Numerics;
using TorchSharp.Kernels.Losses;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp;

/// <summary>Binary cross-entropy of logits (one step of the graph) and of probabilities.</summary>
internal static class BinaryCrossEntropyLoss
{
    /// <summary>Probabilities 0 and 1 have logarithms of −100 here, as in PyTorch, so that no loss is infinite.</summary>
    private const double LowestLogarithm = -100;

    internal static Tensor OfLogits(Tensor x, Tensor target, Tensor? weight, Tensor? positive, nn.Reduction reduction)
    {
        if (!Promotion.CanCast(x.dtype, target.dtype) || !Dtype.IsFloat(x.dtype))
        {
            throw TorchError.Of(
                $"result type {Dtype.TorchName(x.dtype)} can't be cast to the desired output type {Dtype.TorchName(target.dtype)}");
        }
        if (GradMode.Records(target, weight, positive)) return FromOperations(x, target, weight, positive, reduction);

        using var prepared = new Operands(x, target, weight, positive);
        var loss = x.dtype == ScalarType.Float64 ? Forward<double>(prepared, reduction) : Forward<float>(prepared, reduction);
        if (GradMode.Records(x)) new BinaryCrossEntropyWithLogitsBackward(x, prepared, reduction).Attach(loss);
        return loss;
    }

    internal static Tensor OfProbabilities(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction)
    {
        using (var outside = no_grad())
        {
            using var legal = x.ge(0).logical_and(x.le(1)).all();
            if (!(bool)legal) throw TorchError.Of("all elements of input should be between 0 and 1");
        }
        using var scope = NewDisposeScope();
        var loss = -(target * x.log().clamp(min: LowestLogarithm) + (1 - target) * (1 - x).log().clamp(min: LowestLogarithm));
        if (weight is not null) loss *= weight;
        return nn.functional.Reduce(loss, reduction).MoveToOuterDisposeScope();
    }

    private static unsafe Tensor Forward<T>(Operands operands, nn.Reduction reduction) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var n = operands.Logits.Layout.Count;
        var whole = reduction != nn.Reduction.None;
        var result = Tensor.New(whole ? Layout.Scalar : operands.Logits.Layout, operands.Logits.dtype);
        using var work = EngineWork.Begin();
        using var losses = whole ? Tensor.New(operands.Logits.Layout, operands.Logits.dtype) : result.Share();
        fixed (T* x = operands.Logits.Elements<T>(), y = operands.Target.Elements<T>(), p = Elements<T>(operands.Positive))
        fixed (T* w = Elements<T>(operands.Weight), loss = losses.Elements<T>(), total = result.Elements<T>())
        {
            BinaryCrossEntropyKernel.Forward(x, y, p, loss, n);
            for (long i = 0; w != null && i < n; i++) loss[i] *= w[i];
            if (whole) *total = Reduction.Sum(loss, n);
            if (reduction == nn.Reduction.Mean) *total /= T.CreateTruncating(n);
        }
        return result;
    }

    /// <summary>The same from tensor operations, for gradients of the target or of the weights.</summary>
    private static Tensor FromOperations(Tensor x, Tensor target, Tensor? weight, Tensor? positive, nn.Reduction reduction)
    {
        using var scope = NewDisposeScope();
        var factor = positive is null ? ones_like(target) : (positive - 1) * target + 1;
        var softplus = (-x.abs()).exp().add(1).log() + (-x).clamp(min: 0);
        var loss = (1 - target) * x + factor * softplus;
        if (weight is not null) loss *= weight;
        return nn.functional.Reduce(loss, reduction).MoveToOuterDisposeScope();
    }

    private static Span<T> Elements<T>(Tensor? tensor) where T : unmanaged => tensor is null ? default : tensor.Elements<T>();

    /// <summary>The operands row by row, in one type and shape.</summary>
    private readonly struct Operands : IDisposable
    {
        internal Operands(Tensor x, Tensor target, Tensor? weight, Tensor? positive)
        {
            using var work = EngineWork.Begin();
            using var recording = GradMode.Set(false);
            Logits = x.Dense();
            Target = target.dtype == x.dtype ? target.Dense() : target.to_type(x.dtype);
            Weight = Fit(weight, x);
            Positive = Fit(positive, x);
        }

        internal Tensor Logits { get; }

        internal Tensor Target { get; }

        internal Tensor? Weight { get; }

        internal Tensor? Positive { get; }

        public void Dispose()
        {
            Logits.Dispose();
            Target.Dispose();
            Weight?.Dispose();
            Positive?.Dispose();
        }

        private static Tensor? Fit(Tensor? factor, Tensor x)
        {
            if (factor is null) return null;
            using var expanded = factor.expand(x.Layout.Sizes);
            using var converted = expanded.to_type(x.dtype);
            return converted.Dense();
        }
    }

    private sealed class BinaryCrossEntropyWithLogitsBackward : GradientNode
    {
        private readonly nn.Reduction _reduction;

        internal BinaryCrossEntropyWithLogitsBackward(Tensor x, in Operands operands, nn.Reduction reduction) : base(x)
        {
            _reduction = reduction;
            Save(operands.Logits, operands.Target, operands.Weight, operands.Positive);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice("binary_cross_entropy_with_logits");
            inputs[0] = outputs[0]!.dtype == ScalarType.Float64 ? Slopes<double>(outputs[0]!) : Slopes<float>(outputs[0]!);
        }

        private unsafe Tensor Slopes<T>(Tensor gradient) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (logits, target) = (Saved(0), Saved(1));
            var n = logits.Layout.Count;
            using var dy = gradient.Dense();
            using var scales = Tensor.New(logits.Layout, logits.dtype);
            var scale = scales.Elements<T>();
            if (_reduction == nn.Reduction.None) dy.Elements<T>().CopyTo(scale);
            else scale.Fill(_reduction == nn.Reduction.Mean ? dy.Elements<T>()[0] / T.CreateTruncating(n) : dy.Elements<T>()[0]);
            if (HasSaved(2))
            {
                var weight = Saved(2).Elements<T>();
                for (var i = 0; i < scale.Length; i++) scale[i] *= weight[i];
            }

            var result = Tensor.New(logits.Layout, logits.dtype);
            fixed (T* x = logits.Elements<T>(), y = target.Elements<T>(), p = Elements<T>(HasSaved(3) ? Saved(3) : null))
            fixed (T* s = scale, dx = result.Elements<T>())
                BinaryCrossEntropyKernel.Backward(x, y, p, s, dx, n);
            return result;
        }
    }
}
