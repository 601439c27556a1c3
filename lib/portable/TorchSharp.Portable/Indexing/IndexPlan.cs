using System.Runtime.InteropServices;

namespace TorchSharp.Indexing;

/// <summary>Which dimensions are indexed by tensors, in what order they are brought together, and which rows are meant.</summary>
internal sealed class IndexPlan : IDisposable
{
    private readonly int[] _order;
    private readonly int[] _indexed;
    private readonly int _position;

    internal IndexPlan(Tensor tensor, Tensor?[] places)
    {
        var vectors = WithoutMasks(tensor, places);
        var rank = tensor.Layout.Rank;
        _indexed = [.. Enumerable.Range(0, rank).Where(d => vectors[d] is not null)];
        var others = Enumerable.Range(0, rank).Where(d => vectors[d] is null).ToArray();
        _order = [.. _indexed, .. others];
        // Neighbouring index tensors keep their place in the result; others go to the front.
        var neighbours = _indexed[^1] - _indexed[0] == _indexed.Length - 1;
        _position = neighbours ? _indexed[0] : 0;
        Rest = [.. others.Select(d => tensor.Layout.Sizes[d])];
        var joined = Join(vectors);
        Shape = joined.Sizes;
        RowNumbers = Number(tensor, vectors, joined);
        foreach (var vector in vectors) vector?.Dispose();
    }

    /// <summary>The joined shape of the index tensors.</summary>
    internal long[] Shape { get; }

    /// <summary>The sizes of the dimensions that are not indexed.</summary>
    internal long[] Rest { get; }

    /// <summary>For each element of <see cref="Shape"/> the row among the indexed dimensions counted through.</summary>
    internal Tensor RowNumbers { get; }

    internal Tensor BringTogether(Tensor tensor)
    {
        using var moved = Views.Permute(tensor, _order);
        return moved.reshape([Layout.Product(moved.Layout.Sizes.AsSpan(0, _indexed.Length)), .. Rest]);
    }

    internal Tensor TakeApart(Tensor together, Tensor like)
    {
        using var apart = together.reshape([.. _order.Select(d => like.Layout.Sizes[d])]);
        var back = new int[_order.Length];
        for (var d = 0; d < back.Length; d++) back[_order[d]] = d;
        return Views.Permute(apart, back);
    }

    internal long[] ResultSizes() => [.. Rest[.._position], .. Shape, .. Rest[_position..]];

    /// <summary>From index dimensions first to where they belong.</summary>
    internal Tensor ToResult(Tensor front) => Views.Permute(
        front,
        [
            .. Enumerable.Range(Shape.Length, _position),
            .. Enumerable.Range(0, Shape.Length),
            .. Enumerable.Range(Shape.Length + _position, Rest.Length - _position),
        ]);

    internal Tensor FromResult(Tensor result) => Views.Permute(
        result,
        [
            .. Enumerable.Range(_position, Shape.Length),
            .. Enumerable.Range(0, _position),
            .. Enumerable.Range(_position + Shape.Length, Rest.Length - _position),
        ]);

    public void Dispose() => RowNumbers.Dispose();

    /// <summary>A mask over several dimensions becomes a vector of places for each of them.</summary>
    private static Tensor?[] WithoutMasks(Tensor tensor, Tensor?[] places)
    {
        var vectors = new Tensor?[tensor.Layout.Rank];
        for (var d = 0; d < places.Length; d++)
        {
            if (places[d] is not { } given) continue;
            if (!Places.IsMask(given))
            {
                if (given.dtype is not (ScalarType.Int64 or ScalarType.Int32))
                    throw TorchError.Of("tensors used as indices must be long, int, byte or bool tensors");
                vectors[d] = given.dtype == ScalarType.Int64 ? given.Dense() : Copying.Convert(given, ScalarType.Int64);
                continue;
            }
            for (var k = 0; k < given.Layout.Rank; k++)
            {
                if (given.Layout.Sizes[k] == tensor.Layout.Sizes[d + k]) continue;
                throw TorchError.Of(
                    $"The shape of the mask {given.Layout.Describe()} at index {k} does not match the shape of the indexed tensor {tensor.Layout.Describe()} at index {d + k}");
            }
            using var coordinates = Places.NonZero(given);
            for (var k = 0; k < given.Layout.Rank; k++)
            {
                using var column = Views.Select(coordinates, 1, k);
                vectors[d + k] = Copying.ToDense(column);
            }
        }
        return vectors;
    }

    private Layout Join(Tensor?[] vectors)
    {
        var joined = Layout.Scalar;
        foreach (var d in _indexed)
        {
            try
            {
                joined = Broadcasting.Join(joined, vectors[d]!.Layout);
            }
            catch (ExternalException)
            {
                throw TorchError.Of(
                    "shape mismatch: indexing tensors could not be broadcast together with shapes "
                    + string.Join(", ", _indexed.Select(i => vectors[i]!.Layout.Describe())));
            }
        }
        return joined;
    }

    private Tensor Number(Tensor tensor, Tensor?[] vectors, Layout joined)
    {
        var numbers = Tensor.NewZeros(Layout.Of(joined.Count), ScalarType.Int64);
        var to = numbers.Elements<long>();
        foreach (var d in _indexed)
        {
            var size = tensor.Layout.Sizes[d];
            using var spread = Copying.Spread(vectors[d]!, joined);
            var from = spread.Elements<long>();
            for (var i = 0; i < to.Length; i++)
            {
                var place = from[i];
                if (place < -size || place >= size)
                    throw TorchError.Of($"index {place} is out of bounds for dimension {d} with size {size}");
                to[i] = (to[i] * size) + (place < 0 ? place + size : place);
            }
        }
        return numbers;
    }
}
