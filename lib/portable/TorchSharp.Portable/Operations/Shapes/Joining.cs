namespace TorchSharp.Operations;

/// <summary>Several tensors made one.</summary>
internal static class Joining
{
    /// <summary>One behind the other along an existing dimension.</summary>
    internal static Tensor Cat(ReadOnlySpan<Tensor> tensors, long dim)
    {
        if (tensors.Length == 0) throw TorchError.Of("torch.cat(): expected a non-empty list of Tensors");
        var like = tensors[0];
        var type = like.dtype;
        for (var i = 0; i < tensors.Length; i++)
        {
            if (tensors[i].Layout.Rank == 0) throw TorchError.Of($"zero-dimensional tensor (at position {i}) cannot be concatenated");
            if (IsNothing(like)) like = tensors[i];
            type = Promotion.Join(type, tensors[i].dtype);
        }
        var at = like.Layout.Dim(dim);
        var sizes = (long[])like.Layout.Sizes.Clone();
        sizes[at] = 0;
        for (var i = 0; i < tensors.Length; i++) sizes[at] += Extent(tensors[i], like, at, i);
        var joined = Tensor.New(sizes, type);
        using (EngineWork.Begin())
        {
            var start = 0L;
            foreach (var tensor in tensors)
            {
                if (IsNothing(tensor)) continue;
                using var part = Part(joined, at, start, tensor.Layout);
                Copying.Copy(tensor, part);
                start += tensor.Layout.Sizes[at];
            }
        }
        if (Dtype.IsFloat(type) && GradMode.Records(tensors)) new CatBackward(tensors, at).Attach(joined);
        return joined;
    }

    /// <summary>Side by side along a new dimension.</summary>
    internal static Tensor Stack(ReadOnlySpan<Tensor> tensors, long dim)
    {
        if (tensors.Length == 0) throw TorchError.Of("stack expects a non-empty TensorList");
        var at = Layout.Dim(dim, tensors[0].Layout.Rank + 1);
        for (var i = 1; i < tensors.Length; i++)
        {
            if (!tensors[i].Layout.SameSizes(tensors[0].Layout))
            {
                throw TorchError.Of(
                    $"stack expects each tensor to be equal size, but got {tensors[0].Layout.Describe()} at entry 0 and {tensors[i].Layout.Describe()} at entry {i}");
            }
        }
        var slices = new Tensor[tensors.Length];
        using (EngineWork.Begin())
        {
            for (var i = 0; i < slices.Length; i++) slices[i] = tensors[i].unsqueeze(at);
        }
        var stacked = Cat(slices, at);
        foreach (var slice in slices) slice.Dispose();
        return stacked;
    }

    /// <summary>Along the second dimension; vectors along their only one.</summary>
    internal static Tensor Horizontally(ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.Length > 0 && tensors[0].Layout.Rank == 0) return Stack(tensors, 0);
        return Cat(tensors, tensors.Length > 0 && tensors[0].Layout.Rank == 1 ? 0 : 1);
    }

    /// <summary>Along the first dimension; vectors become rows.</summary>
    internal static Tensor Vertically(ReadOnlySpan<Tensor> tensors) =>
        tensors.Length > 0 && tensors[0].Layout.Rank <= 1 ? Stack(tensors, 0) : Cat(tensors, 0);

    /// <summary>PyTorch lets a vector without elements join tensors of any rank, as nothing.</summary>
    private static bool IsNothing(Tensor tensor) => tensor.Layout.Rank == 1 && tensor.Layout.Count == 0;

    private static long Extent(Tensor tensor, Tensor like, int at, int position)
    {
        if (IsNothing(tensor)) return 0;
        if (tensor.Layout.Rank != like.Layout.Rank)
            throw TorchError.Of($"Tensors must have same number of dimensions: got {like.Layout.Rank} and {tensor.Layout.Rank}");
        for (var d = 0; d < like.Layout.Rank; d++)
        {
            if (d == at || tensor.Layout.Sizes[d] == like.Layout.Sizes[d]) continue;
            throw TorchError.Of(
                $"Sizes of tensors must match except in dimension {at}. Expected size {like.Layout.Sizes[d]} but got size {tensor.Layout.Sizes[d]} for tensor number {position} in the list.");
        }
        return tensor.Layout.Sizes[at];
    }

    private static Tensor Part(Tensor whole, int dim, long start, Layout part)
    {
        var strides = whole.Layout.Strides;
        return new Tensor(whole.Memory.Hold(), Layout.Strided(part.Sizes, strides), start * strides[dim], whole.dtype);
    }

    private sealed class CatBackward : GradientNode
    {
        private readonly int _dim;
        private readonly long[] _extents;
        private readonly ScalarType[] _types;

        internal CatBackward(ReadOnlySpan<Tensor> tensors, int dim) : base(tensors)
        {
            _dim = dim;
            _extents = new long[tensors.Length];
            _types = new ScalarType[tensors.Length];
            for (var i = 0; i < tensors.Length; i++)
            {
                _extents[i] = IsNothing(tensors[i]) ? 0 : tensors[i].Layout.Sizes[dim];
                _types[i] = tensors[i].dtype;
            }
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var start = 0L;
            for (var i = 0; i < inputs.Length; i++)
            {
                if (_extents[i] > 0 && Needs(i))
                {
                    using var part = outputs[0]!.narrow(_dim, start, _extents[i]);
                    inputs[i] = part.dtype == _types[i] ? part.clone() : Conversion.To(part, _types[i]);
                }
                start += _extents[i];
            }
        }
    }
}
