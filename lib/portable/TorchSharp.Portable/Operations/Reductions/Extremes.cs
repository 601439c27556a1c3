using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Largest and smallest elements and where they are. NaN counts as both; of equal elements the first one wins.</summary>
internal static class Extremes
{
    /// <summary>The extreme of all elements; equal ones share its gradient.</summary>
    internal static Tensor Whole(Tensor input, bool largest)
    {
        if (input.Layout.Count == 0)
        {
            throw TorchError.Of(
                $"{(largest ? "max" : "min")}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.");
        }
        var extreme = Tensor.New(Layout.Scalar, input.dtype);
        using (EngineWork.Begin())
        {
            using var index = WhereIsIt(input, null, false, largest);
            using var dense = input.Dense();
            var at = (int)index.Elements<long>()[0];
            var size = Dtype.Size(input.dtype);
            dense.RawBytes().Slice(at * size, size).CopyTo(extreme.RawBytes());
        }
        if (GradMode.Records(input)) new WholeBackward(input, extreme).Attach(extreme);
        return extreme;
    }

    internal static Tensor Values(Tensor input, long dim, bool keepdim, bool largest)
    {
        var (values, indexes) = Along(input, dim, keepdim, largest);
        indexes.Dispose();
        return values;
    }

    /// <summary>The extremes along a dimension and their places.</summary>
    internal static (Tensor Values, Tensor Indexes) Along(Tensor input, long dim, bool keepdim, bool largest)
    {
        var at = input.Layout.Dim(dim);
        if (input.Layout.Rank == 0) return (input.clone(), Filling.Full(Layout.Scalar, 0, ScalarType.Int64));
        RequireExtent(input, at, largest ? "max" : "min");
        Tensor values;
        Tensor kept;
        using (EngineWork.Begin())
        {
            kept = WhereIsIt(input, at, true, largest);
            values = Gathering.Gather(input, at, kept);
            if (!keepdim)
            {
                using var wide = values;
                values = wide.squeeze(at).AsOwn();
            }
        }
        using (kept) return (values.Publish(), keepdim ? Shared(kept) : Shared(kept, at));
    }

    /// <summary>The place of the extreme along a dimension, or among all elements.</summary>
    internal static Tensor WhereIsIt(Tensor input, long? dim, bool keepdim, bool largest)
    {
        var name = largest ? "argmax" : "argmin";
        if (dim is { } given) RequireExtent(input, input.Layout.Dim(given), name);
        else if (input.Layout.Count == 0) throw TorchError.Of($"{name}(): Expected reduction dim to be specified for input.numel() == 0.");
        var shape = ReducedShape.Of(input.Layout, dim is { } d ? [d] : [], keepdim);
        var places = Tensor.New(shape.Result, ScalarType.Int64);
        using var work = EngineWork.Begin();
        using var ordered = shape.Arrange(input);
        switch (input.dtype)
        {
            case ScalarType.Float32: Search<float>(ordered, places, shape, largest); break;
            case ScalarType.Float64: Search<double>(ordered, places, shape, largest); break;
            case ScalarType.Int64: Search<long>(ordered, places, shape, largest); break;
            case ScalarType.Int32: Search<int>(ordered, places, shape, largest); break;
            default: Search<byte>(ordered, places, shape, largest); break;
        }
        return places;
    }

    private static void Search<T>(Tensor ordered, Tensor places, ReducedShape shape, bool largest) where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> x = ordered.Elements<T>();
        var found = places.Elements<long>();
        for (var i = 0; i < found.Length; i++)
        {
            var start = (int)((i / shape.Inner * shape.Count * shape.Inner) + (i % shape.Inner));
            var best = 0;
            var value = x[start];
            for (var k = 1; k < shape.Count && !T.IsNaN(value); k++)
            {
                var next = x[start + (k * (int)shape.Inner)];
                if (!(largest ? next > value : next < value) && !T.IsNaN(next)) continue;
                best = k;
                value = next;
            }
            found[i] = best;
        }
    }

    private static Tensor Shared(Tensor kept, int? without = null) =>
        new(kept.Memory.Hold(), without is { } dim ? Layout.Of([.. kept.Layout.Sizes[..dim], .. kept.Layout.Sizes[(dim + 1)..]]) : kept.Layout, 0, kept.dtype);

    private static void RequireExtent(Tensor input, int dim, string name)
    {
        if (input.Layout.Rank > 0 && input.Layout.Sizes[dim] == 0)
            throw TorchError.Of($"{name}(): Expected reduction dim {dim} to have non-zero size.");
    }

    private sealed class WholeBackward : GradientNode
    {
        internal WholeBackward(Tensor input, Tensor extreme) : base(input) => Save(input, extreme);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var winners = Saved(0).eq(Saved(1));
            using var mask = Conversion.To(winners, outputs[0]!.dtype);
            using var count = mask.sum();
            using var share = outputs[0]!.div(count);
            inputs[0] = mask.mul(share);
        }
    }
}
