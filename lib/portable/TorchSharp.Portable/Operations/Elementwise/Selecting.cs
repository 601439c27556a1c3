namespace TorchSharp.Operations;

/// <summary>Choosing between values by a condition.</summary>
internal static class Selecting
{
    /// <summary>x where the condition holds, y elsewhere.</summary>
    internal static Tensor Where(Tensor condition, Tensor x, Tensor y)
    {
        if (condition.dtype != ScalarType.Bool) throw new ArgumentException("The condition to 'where' must be a boolean tensor.");
        var type = Promotion.Common(x, y);
        if (x.dtype == type && y.dtype == type) return WhereSame(condition, x, y);
        Tensor a, b;
        using (EngineWork.Begin()) (a, b) = (In(x, type), In(y, type));
        using (a) using (b) return WhereSame(condition, a, b);
    }

    internal static Tensor MaskedFill(Tensor input, Tensor mask, Number value)
    {
        if (mask.dtype != ScalarType.Bool)
            throw TorchError.Of($"masked_fill_ only supports boolean masks, but got mask with dtype {Dtype.TorchName(mask.dtype)}");
        if (Dtype.IsFloat(value.Type) && !Dtype.IsFloat(input.dtype))
            throw TorchError.Of($"value cannot be converted to type {CppName(input.dtype)} without overflow");
        var filled = Tensor.New(Broadcasting.Join(input.Layout, mask.Layout), input.dtype);
        Copying.Copy(input, filled);
        using (EngineWork.Begin())
        {
            using var number = Filling.Full(Layout.Scalar, value, input.dtype);
            using var spread = Copying.Spread(mask, filled.Layout);
            Put(spread, number, filled);
        }
        if (GradMode.Records(input)) new MaskedFillBackward(input, mask).Attach(filled);
        return filled;
    }

    /// <summary>The smaller of the upper bound and the larger of the lower bound and x.</summary>
    internal static Tensor Clamp(Tensor x, Number? min, Number? max)
    {
        if (min is null && max is null) throw TorchError.Of("torch.clamp: At least one of 'min' or 'max' must not be None");
        var type = x.dtype;
        if (min is { } low) type = Promotion.Join(type, Promotion.Common(x, low));
        if (max is { } high) type = Promotion.Join(type, Promotion.Common(x, high));
        if (x.dtype == type) return ClampSame(x, min, max);
        Tensor converted;
        using (EngineWork.Begin()) converted = Conversion.To(x, type);
        using (converted) return ClampSame(converted, min, max);
    }

    private static Tensor ClampSame(Tensor x, Number? min, Number? max)
    {
        var y = Copying.ToDense(x);
        if (min is { } low) BinaryKernel.Run<Larger>(y, low, y);
        if (max is { } high) BinaryKernel.Run<Smaller>(y, high, y);
        if (GradMode.Records(x)) new ClampBackward(x, min, max).Attach(y);
        return y;
    }

    private static Tensor WhereSame(Tensor condition, Tensor x, Tensor y)
    {
        var chosen = Tensor.New(Broadcasting.Join(Broadcasting.Join(condition.Layout, x.Layout), y.Layout), x.dtype);
        Copying.Copy(y, chosen);
        using (EngineWork.Begin())
        {
            using var spread = Copying.Spread(condition, chosen.Layout);
            Put(spread, x, chosen);
        }
        if (GradMode.Records(x, y)) new WhereBackward(condition, x, y).Attach(chosen);
        return chosen;
    }

    /// <summary>Where the mask holds, overwrites the target with the (broadcast) source. The mask has the target's shape.</summary>
    private static void Put(Tensor mask, Tensor source, Tensor target)
    {
        using var spread = Copying.Spread(source, target.Layout);
        switch (Dtype.Size(target.dtype))
        {
            case 1: Put<byte>(mask, spread, target); break;
            case 4: Put<int>(mask, spread, target); break;
            default: Put<long>(mask, spread, target); break;
        }
    }

    private static void Put<T>(Tensor mask, Tensor source, Tensor target) where T : unmanaged
    {
        var holds = mask.Elements<byte>();
        var from = source.Elements<T>();
        var to = target.Elements<T>();
        for (var i = 0; i < to.Length; i++)
        {
            if (holds[i] != 0) to[i] = from[i];
        }
    }

    private static Tensor In(Tensor operand, ScalarType type) => operand.dtype == type ? operand.ShareInGraph() : Conversion.To(operand, type);

    private static string CppName(ScalarType type) => type switch
    {
        ScalarType.Int64 => "int64_t",
        ScalarType.Int32 => "int",
        ScalarType.Bool => "bool",
        _ => "uint8_t",
    };

    /// <summary>The gradient goes where the value came from.</summary>
    private sealed class WhereBackward : GradientNode
    {
        private readonly Layout _x;
        private readonly Layout _y;

        internal WhereBackward(Tensor condition, Tensor x, Tensor y) : base(x, y)
        {
            _x = x.Layout;
            _y = y.Layout;
            Save(condition);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var isX = Saved(0);
            if (Needs(0))
            {
                using var isY = isX.logical_not();
                using var full = MaskedFill(outputs[0]!, isY, 0);
                inputs[0] = Broadcasting.SumTo(full, _x);
            }
            if (Needs(1))
            {
                using var full = MaskedFill(outputs[0]!, isX, 0);
                inputs[1] = Broadcasting.SumTo(full, _y);
            }
        }
    }

    private sealed class MaskedFillBackward : GradientNode
    {
        private readonly Layout _sizes;

        internal MaskedFillBackward(Tensor input, Tensor mask) : base(input)
        {
            _sizes = input.Layout;
            Save(mask);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var full = MaskedFill(outputs[0]!, Saved(0), 0);
            inputs[0] = Broadcasting.SumTo(full, _sizes);
        }
    }

    /// <summary>Outside the bounds the result is constant; on a bound it follows x.</summary>
    private sealed class ClampBackward : GradientNode
    {
        private readonly Number? _min;
        private readonly Number? _max;

        internal ClampBackward(Tensor x, Number? min, Number? max) : base(x)
        {
            (_min, _max) = (min, max);
            Save(x);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var x = Saved(0);
            using var below = Comparison.Of<IsLess>(x, _min ?? double.NegativeInfinity);
            using var above = Comparison.Of<IsGreater>(x, _max ?? double.PositiveInfinity);
            using var outside = below.logical_or(above);
            inputs[0] = MaskedFill(outputs[0]!, outside, 0);
        }
    }
}
