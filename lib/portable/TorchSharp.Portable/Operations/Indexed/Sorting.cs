using System.Numerics;

namespace TorchSharp.Operations;

/// <summary>Order along a dimension. Equal elements keep their order; NaN counts as larger than everything.</summary>
internal static class Sorting
{
    internal static (Tensor Values, Tensor Indices) Sort(Tensor input, long dim, bool descending) =>
        Take(input, dim, input.Layout.Rank == 0 ? 1 : input.Layout.Sizes[input.Layout.Dim(dim)], descending);

    /// <summary>The k largest, or smallest, elements, in order.</summary>
    internal static (Tensor Values, Tensor Indices) Top(Tensor input, long k, long dim, bool largest)
    {
        var size = input.Layout.Rank == 0 ? 1 : input.Layout.Sizes[input.Layout.Dim(dim)];
        if (k < 0 || k > size) throw TorchError.Of("selected index k out of range");
        return Take(input, dim, k, largest);
    }

    /// <summary>The places of the elements in order.</summary>
    internal static Tensor Places(Tensor input, long dim, bool descending)
    {
        var (values, places) = Sort(input, dim, descending);
        values.Dispose();
        return places;
    }

    /// <summary>Like indices, values are handed out, and their gradients go where they came from.</summary>
    private static (Tensor Values, Tensor Indices) Take(Tensor input, long dim, long k, bool descending)
    {
        var at = input.Layout.Dim(dim);
        Tensor places;
        using (EngineWork.Begin())
        using (GradMode.Set(false))
        {
            using var moved = Views.MoveLast(input, at);
            using var rows = moved.Dense();
            using var order = Tensor.New(input.Layout.Rank == 0 ? Layout.Scalar : Layout.Of([.. rows.Layout.Sizes[..^1], k]), ScalarType.Int64);
            switch (input.dtype)
            {
                case ScalarType.Float32: Order<float>(rows, order, descending); break;
                case ScalarType.Float64: Order<double>(rows, order, descending); break;
                case ScalarType.Int64: Order<long>(rows, order, descending); break;
                case ScalarType.Int32: Order<int>(rows, order, descending); break;
                default: Order<byte>(rows, order, descending); break;
            }
            using var back = Views.MoveFromLast(order, at);
            places = back.Dense();
        }
        places.Publish();
        return (Gathering.Gather(input, at, places), places);
    }

    private static void Order<T>(Tensor rows, Tensor order, bool descending) where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> x = rows.Elements<T>();
        var y = order.Elements<long>();
        var columns = rows.Layout.Rank == 0 ? 1 : (int)rows.Layout.Sizes[^1];
        var k = rows.Layout.Rank == 0 ? 1 : (int)order.Layout.Sizes[^1];
        var places = new int[columns];
        var comparer = new ByValue<T> { Values = new T[columns], Descending = descending };
        for (var r = 0; k > 0 && r < y.Length / k; r++)
        {
            x.Slice(r * columns, columns).CopyTo(comparer.Values);
            for (var i = 0; i < columns; i++) places[i] = i;
            places.AsSpan().Sort(comparer);
            for (var i = 0; i < k; i++) y[(r * k) + i] = places[i];
        }
    }

    private sealed class ByValue<T> : IComparer<int> where T : unmanaged, INumber<T>
    {
        internal required T[] Values { get; init; }

        internal required bool Descending { get; init; }

        public int Compare(int left, int right)
        {
            var (a, b) = Descending ? (Values[right], Values[left]) : (Values[left], Values[right]);
            var order = T.IsNaN(a) ? (T.IsNaN(b) ? 0 : 1) : T.IsNaN(b) ? -1 : a < b ? -1 : a > b ? 1 : 0;
            return order != 0 ? order : left.CompareTo(right);
        }
    }
}
