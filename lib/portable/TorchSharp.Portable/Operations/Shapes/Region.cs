namespace TorchSharp.Operations;

/// <summary>The part of a tensor that a view shows, described for any tensor of the same sizes. Made of differentiable steps.</summary>
internal sealed class Region
{
    private readonly Layout _whole;
    private readonly Layout _part;
    private readonly long _offset;

    /// <param name="whole">The sizes of the tensor.</param>
    /// <param name="part">The part, in the strides of a row-major tensor of those sizes.</param>
    internal Region(Layout whole, PartOf part)
    {
        _whole = whole.Contiguous();
        _part = part.Layout;
        _offset = part.Offset;
    }

    /// <summary>What <paramref name="view"/> shows of <paramref name="whole"/>, judged by where it lies in their storage.</summary>
    internal Region(Tensor whole, Tensor view) : this(whole.Layout, Restate(whole.Layout, view.Layout, view.Offset - whole.Offset))
    {
    }

    /// <summary>The part of <paramref name="tensor"/>, as a new tensor.</summary>
    internal Tensor Read(Tensor tensor)
    {
        using var engine = EngineWork.Begin();
        using var dense = tensor.Dense();
        using var view = new Tensor(dense.Memory.Hold(), _part, dense.Offset + _offset, dense.dtype);
        var part = Copying.ToDense(view);
        if (GradMode.Records(tensor)) new ReadBackward(tensor, this).Attach(part);
        return part;
    }

    /// <summary>Zeros but for the part, which is <paramref name="part"/>; where elements of the part coincide they add up.</summary>
    internal Tensor Scatter(Tensor part)
    {
        var whole = Tensor.NewZeros(_whole, part.dtype);
        using var engine = EngineWork.Begin();
        using var view = new Tensor(whole.Memory.Hold(), _part, _offset, part.dtype);
        // Row by row and element by element, so coinciding elements do add up.
        Pointwise.AddInto(view, part);
        if (GradMode.Records(part)) new ScatterBackward(part, this).Attach(whole);
        return whole;
    }

    /// <summary><paramref name="tensor"/> with zeros in the part.</summary>
    internal Tensor Cleared(Tensor tensor)
    {
        var cleared = Copying.ToDense(tensor);
        using var engine = EngineWork.Begin();
        using var view = new Tensor(cleared.Memory.Hold(), _part, _offset, cleared.dtype);
        Filling.Fill(view, 0);
        if (GradMode.Records(tensor)) new ClearedBackward(tensor, this).Attach(cleared);
        return cleared;
    }

    /// <summary>Restates a part of a strided whole for a row-major tensor of the same sizes: both step along the same dimensions.</summary>
    private static PartOf Restate(Layout whole, Layout part, long offset)
    {
        if (whole.IsContiguous) return new(part, offset);
        var dense = Layout.ContiguousStrides(whole.Sizes);
        var strides = new long[part.Rank];
        for (var d = 0; d < part.Rank; d++) strides[d] = Restate(whole, dense, part.Strides[d]);
        return new(Layout.Strided(part.Sizes, strides), Restate(whole, dense, offset));
    }

    /// <summary>Writes a distance in the whole's storage as steps along its dimensions, largest strides first, and adds up the row-major steps.</summary>
    private static long Restate(Layout whole, long[] dense, long distance)
    {
        var order = Enumerable.Range(0, whole.Rank).Where(d => whole.Strides[d] > 0).OrderByDescending(d => whole.Strides[d]);
        var result = 0L;
        foreach (var d in order)
        {
            result += distance / whole.Strides[d] * dense[d];
            distance %= whole.Strides[d];
        }
        return result;
    }

    private sealed class ReadBackward(Tensor tensor, Region region) : GradientNode(tensor)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = region.Scatter(outputs[0]!);
    }

    private sealed class ScatterBackward(Tensor part, Region region) : GradientNode(part)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = region.Read(outputs[0]!);
    }

    private sealed class ClearedBackward(Tensor tensor, Region region) : GradientNode(tensor)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = region.Cleared(outputs[0]!);
    }
}
