namespace TorchSharp.Autograd;

/// <summary>
/// Changing a tensor in place under autograd. There is one such change: the values of <c>source</c> replace those of <c>target</c>; its
/// gradient then flows to <c>source</c>. Every differentiable <c>op_</c> computes <c>op</c> and assigns the result.
/// </summary>
internal static class InPlace
{
    /// <summary>Refuses to change a leaf that requires gradients: its value is what they are taken at.</summary>
    internal static void Check(Tensor target)
    {
        if (!GradMode.Enabled) return;
        if (target.Node is AccumulateGradient { Wanted: true })
            throw TorchError.Of("a leaf Variable that requires grad is being used in an in-place operation.");
        if (target.Root?.Node is AccumulateGradient { Wanted: true })
            throw TorchError.Of("a view of a leaf Variable that requires grad is being used in an in-place operation.");
    }

    /// <summary>Notes that the contents changed.</summary>
    internal static void Done(Tensor target) => target.Memory.Version++;

    /// <summary>Whether replacing the contents of <paramref name="target"/> has to be recorded.</summary>
    internal static bool Records(Tensor target, Tensor? source) =>
        GradMode.Enabled && ((source?.requires_grad ?? false) || target.requires_grad || (target.Root?.requires_grad ?? false));

    /// <summary>Replaces the contents of <paramref name="target"/> by those of <paramref name="source"/>, broadcast if need be.</summary>
    internal static Tensor Assign(Tensor target, Tensor source)
    {
        Check(target);
        Copying.Copy(source, target);
        Done(target);
        if (Records(target, source)) Record(target, source);
        return target;
    }

    /// <summary>Replaces every element of <paramref name="target"/> by one number.</summary>
    internal static Tensor Fill(Tensor target, Number value)
    {
        Check(target);
        Filling.Fill(target, value);
        Done(target);
        if (Records(target, null)) Record(target, null);
        return target;
    }

    /// <summary>Puts the result of an operation on <paramref name="target"/> in its place.</summary>
    internal static Tensor Replace(Tensor target, Tensor result)
    {
        RequireFit(target, result.Layout, result.dtype);
        return Assign(target, result);
    }

    /// <summary>Refuses a result that the target's type or shape cannot hold.</summary>
    internal static void RequireFit(Tensor target, Layout layout, ScalarType type)
    {
        if (!Promotion.CanCast(type, target.dtype))
        {
            throw TorchError.Of(
                $"result type {Dtype.TorchName(type)} can't be cast to the desired output type {Dtype.TorchName(target.dtype)}");
        }
        if (!layout.SameSizes(target.Layout))
        {
            throw TorchError.Of(
                $"output with shape {target.Layout.Describe()} doesn't match the broadcast shape {layout.Describe()}");
        }
    }

    private static void Record(Tensor target, Tensor? source)
    {
        if (target.Root is { } root)
        {
            // A view was written: the whole tensor now depends on what was put there, and on its old self elsewhere.
            new CopySlices(root, target, source).Attach(root);
            target.RefreshViewNode();
        }
        else if (source is { requires_grad: true })
        {
            new CopyBackwards(source, target).Attach(target);
        }
        else
        {
            target.SetNode(null, 0);
        }
    }

    /// <summary>All of the target was replaced: the gradient goes to the source alone.</summary>
    private sealed class CopyBackwards(Tensor source, Tensor target) : GradientNode(source)
    {
        private readonly Layout _sizes = source.Layout;
        private readonly ScalarType _type = source.dtype;
        private readonly ScalarType _targetType = target.dtype;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var converted = _type == _targetType ? outputs[0]!.ShareInGraph() : outputs[0]!.to(_type);
            inputs[0] = Broadcasting.SumTo(converted, _sizes);
        }
    }

    /// <summary>Part of a tensor was replaced: there the gradient goes to the source, elsewhere to the tensor as it was before.</summary>
    private sealed class CopySlices(Tensor root, Tensor view, Tensor? source) : GradientNode(root, source)
    {
        private readonly Region _region = new(root, view);
        private readonly Layout? _sizes = source?.Layout;
        private readonly ScalarType _type = source?.dtype ?? view.dtype;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var gradient = outputs[0]!;
            if (Needs(0)) inputs[0] = _region.Cleared(gradient);
            if (_sizes is null || !Needs(1)) return;
            using var part = _region.Read(gradient);
            using var converted = part.to(_type);
            inputs[1] = Broadcasting.SumTo(converted, _sizes);
        }
    }
}
