namespace TorchSharp.Indexing;

/// <summary>
/// Indexing by tensors. The indexed dimensions are brought together and counted through as one, so that every combination of places is one
/// row number; rows are then read or written as a whole.
/// </summary>
internal static class Places
{
    internal static bool IsMask(Tensor tensor) => tensor.dtype is ScalarType.Bool or ScalarType.Byte;

    /// <param name="tensor">The tensor to read.</param>
    /// <param name="places">For each dimension the places to read, or null for all of it; may be shorter than the rank.</param>
    internal static Tensor Get(Tensor tensor, Tensor?[] places)
    {
        Tensor result;
        using (EngineWork.Begin())
        {
            using var plan = new IndexPlan(tensor, places);
            using var together = plan.BringTogether(tensor);
            using var rows = Rows.Select(together, 0, plan.RowNumbers);
            using var apart = rows.reshape([.. plan.Shape, .. plan.Rest]);
            using var placed = plan.ToResult(apart);
            result = placed.Layout.IsContiguous ? placed.ShareInGraph() : placed.clone();
        }
        return result.Publish();
    }

    /// <summary>Writes <paramref name="value"/>, broadcast, to the places; or adds it to what is there.</summary>
    internal static void Put(Tensor tensor, Tensor?[] places, Tensor value, bool accumulate)
    {
        InPlace.Check(tensor);
        using var work = EngineWork.Begin();
        using var plan = new IndexPlan(tensor, places);
        if (value.dtype != tensor.dtype && value.Layout.Rank > 0)
        {
            throw TorchError.Of(
                $"Index put requires the source and destination dtypes match, got {Dtype.TorchName(tensor.dtype)} for the destination and {Dtype.TorchName(value.dtype)} for the source.");
        }
        using var converted = value.dtype == tensor.dtype ? value.ShareInGraph() : Conversion.To(value, tensor.dtype);
        using var full = converted.expand(plan.ResultSizes());
        using var front = plan.FromResult(full);
        using var source = front.reshape([plan.RowNumbers.Layout.Count, .. plan.Rest]);
        using var together = plan.BringTogether(tensor);
        using var changed = accumulate
            ? Rows.Add(together, 0, plan.RowNumbers, source, 1)
            : Rows.Copy(together, 0, plan.RowNumbers, source);
        using var back = plan.TakeApart(changed, tensor);
        InPlace.Assign(tensor, back);
    }

    /// <summary>Rows of coordinates of the elements other than zero.</summary>
    internal static Tensor NonZero(Tensor tensor)
    {
        Tensor truths;
        using (EngineWork.Begin())
            truths = tensor.dtype == ScalarType.Bool ? tensor.Dense() : Copying.Convert(tensor, ScalarType.Bool);
        using (truths)
        {
            ReadOnlySpan<bool> holds = truths.Elements<bool>();
            var sizes = tensor.Layout.Sizes;
            var strides = Layout.ContiguousStrides(sizes);
            var found = Tensor.New(Layout.Of(holds.Count(true), sizes.Length), ScalarType.Int64);
            var to = found.Elements<long>();
            var next = 0;
            for (var i = 0; i < holds.Length; i++)
            {
                if (!holds[i]) continue;
                for (var d = 0; d < sizes.Length; d++) to[next++] = i / strides[d] % sizes[d];
            }
            return found;
        }
    }
}
