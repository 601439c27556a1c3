using System.Runtime.CompilerServices;

namespace TorchSharp.Operations;

/// <summary>
/// Walks up to three operands of one shape row by row, each with strides of its own (0 where it is broadcast). Dimensions that lie one
/// behind the other in every operand are merged first, so contiguous operands make a single row.
/// </summary>
/// <example><code>
/// var rows = new RowWalker(sizes, aStrides, bStrides, yStrides);
/// do { Row(a + rows.A, rows.StrideA, …, rows.Length); } while (rows.Next());
/// </code></example>
internal struct RowWalker
{
    private const int MaxRank = 16;

    private readonly int _outer;
    private Dims _sizes;
    private Dims _a;
    private Dims _b;
    private Dims _y;
    private Dims _index;

    internal RowWalker(ReadOnlySpan<long> sizes, ReadOnlySpan<long> a, ReadOnlySpan<long> b, ReadOnlySpan<long> y)
    {
        if (sizes.Length > MaxRank) throw new NotSupportedException($"The portable engine walks tensors of up to {MaxRank} dimensions; got {sizes.Length}.");
        var rank = 0;
        for (var d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == 1) continue;
            var last = rank - 1;
            if (rank > 0 && _a[last] == a[d] * sizes[d] && _b[last] == b[d] * sizes[d] && _y[last] == y[d] * sizes[d])
            {
                _sizes[last] *= sizes[d];
                (_a[last], _b[last], _y[last]) = (a[d], b[d], y[d]);
                continue;
            }
            _sizes[rank] = sizes[d];
            (_a[rank], _b[rank], _y[rank]) = (a[d], b[d], y[d]);
            rank++;
        }
        if (rank == 0)
        {
            Length = 1;
            return;
        }
        _outer = rank - 1;
        Length = _sizes[_outer];
        (StrideA, StrideB, StrideY) = (_a[_outer], _b[_outer], _y[_outer]);
    }

    /// <summary>Where the current row starts in each operand, counted in elements.</summary>
    internal long A { get; private set; }

    internal long B { get; private set; }

    internal long Y { get; private set; }

    /// <summary>The step along a row.</summary>
    internal long StrideA { get; }

    internal long StrideB { get; }

    internal long StrideY { get; }

    /// <summary>Elements in a row.</summary>
    internal long Length { get; }

    /// <summary>Goes to the next row; false after the last.</summary>
    internal bool Next()
    {
        for (var d = _outer - 1; d >= 0; d--)
        {
            A += _a[d];
            B += _b[d];
            Y += _y[d];
            if (++_index[d] < _sizes[d]) return true;
            A -= _sizes[d] * _a[d];
            B -= _sizes[d] * _b[d];
            Y -= _sizes[d] * _y[d];
            _index[d] = 0;
        }
        return false;
    }

    [InlineArray(MaxRank)]
    private struct Dims
    {
        private long _first;
    }
}
