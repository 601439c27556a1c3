namespace TorchSharp.Indexing;

/// <summary>
/// Reads <c>t[…]</c>. Numbers, ranges, new dimensions and the ellipsis make a view; tensors of places and masks are noted for the dimension
/// they stand at and applied to that view afterwards.
/// </summary>
internal static class Indexer
{
    internal static Tensor Get(Tensor tensor, ReadOnlySpan<TensorIndex> indices)
    {
        Tensor view;
        Tensor?[]? places;
        using (EngineWork.Begin()) view = View(tensor, indices, out places);
        if (places is null) return view.Publish();
        using (view) return Places.Get(view, places);
    }

    internal static void Set(Tensor tensor, ReadOnlySpan<TensorIndex> indices, Tensor value, bool accumulate = false)
    {
        using var work = EngineWork.Begin();
        using var view = View(tensor, indices, out var places);
        if (places is not null) Places.Put(view, places, value, accumulate);
        else if (accumulate) view.add_(value);
        else Assign(view, value);
    }

    /// <summary>Leading sizes of 1 that the place lacks are dropped from the value.</summary>
    internal static void Assign(Tensor view, Tensor value)
    {
        var extra = value.Layout.Rank - view.Layout.Rank;
        var trims = extra > 0 && !value.Layout.Sizes.AsSpan(0, extra).ContainsAnyExcept(1L);
        using var trimmed = trims ? value.reshape(value.Layout.Sizes[extra..]) : value.ShareInGraph();
        using var fitted = trimmed.expand(view.Layout.Sizes);
        InPlace.Assign(view, fitted);
    }

    private static Tensor View(Tensor tensor, ReadOnlySpan<TensorIndex> indices, out Tensor?[]? places)
    {
        places = null;
        var taken = 0;
        foreach (var index in indices) taken += Spans(index);
        var rank = tensor.Layout.Rank;
        if (taken > rank) throw TorchError.Of($"too many indices for tensor of dimension {rank}");

        var view = tensor.alias();
        var dim = 0;
        var original = 0;
        foreach (var index in indices)
        {
            var before = view;
            switch (index.Kind)
            {
                case IndexKind.Single:
                    view = One(view, dim, index.First ?? 0, original);
                    break;
                case IndexKind.Slice:
                    if (index.Step is < 1) throw TorchError.Of("step must be greater than zero");
                    view = view.slice(dim++, index.First ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
                    break;
                case IndexKind.NewDimension:
                    view = view.unsqueeze(dim++);
                    break;
                case IndexKind.Ellipsis:
                    dim += rank - taken;
                    original += rank - taken;
                    taken = rank;
                    break;
                case IndexKind.Bool:
                    view = view.unsqueeze(dim);
                    Note(ref places, dim++, torch.tensor(index.First == 1).reshape(1));
                    break;
                default:
                    Note(ref places, dim, index.Places!);
                    dim += Spans(index);
                    break;
            }
            original += Spans(index);
            if (!ReferenceEquals(before, view)) before.Dispose();
        }
        return view.WithRoot(tensor);
    }

    /// <summary>How many dimensions an entry stands for.</summary>
    private static int Spans(TensorIndex index) => index.Kind switch
    {
        IndexKind.Single or IndexKind.Slice => 1,
        IndexKind.Tensor => Places.IsMask(index.Places!) ? index.Places!.Layout.Rank : 1,
        _ => 0,
    };

    private static Tensor One(Tensor view, int dim, long index, int original)
    {
        var size = view.Layout.Sizes[dim];
        if (index < -size || index >= size)
            throw TorchError.Of($"index {index} is out of bounds for dimension {original} with size {size}");
        return Views.Select(view, dim, index < 0 ? index + size : index);
    }

    private static void Note(ref Tensor?[]? places, int dim, Tensor tensor)
    {
        if (places is null || places.Length <= dim) Array.Resize(ref places, dim + 1);
        places[dim] = tensor;
    }
}
