using TorchSharp.Indexing;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of <c>t[…]</c>: a number, a range, a tensor of places or a mask, and so on.</summary>
    public struct TensorIndex
    {
#pragma warning disable CA2211 // TorchSharp has these as plain static fields.
        /// <summary>As many full dimensions as the other entries leave.</summary>
        public static TensorIndex Ellipsis = new() { Kind = IndexKind.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None = new() { Kind = IndexKind.NewDimension };

        public static TensorIndex Null = new() { Kind = IndexKind.NewDimension };

        /// <summary>All of a dimension.</summary>
        public static TensorIndex Colon = Slice();
#pragma warning restore CA2211

        internal IndexKind Kind { get; private init; }

        /// <summary>The number, the start of a slice, or 1 for true.</summary>
        internal long? First { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Places { get; private init; }

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Kind = IndexKind.Slice, First = start, Stop = stop, Step = step };

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static TensorIndex Bool(bool value) => new() { Kind = IndexKind.Bool, First = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { Kind = IndexKind.Single, First = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { Kind = IndexKind.Tensor, Places = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>Never called; the compiler needs it to choose between the indexers.</summary>
        public static implicit operator Tensor(TensorIndex value) =>
            throw new InvalidOperationException("An index is not a tensor: this conversion exists to guide overload resolution only.");
    }
}
