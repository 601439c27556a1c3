namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one behind the other along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Joining.Cat(Span(tensors), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Joining.Cat(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Joining.Cat(tensors, dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Joining.Cat(Span(tensors), dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => Joining.Cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>The tensors, all of one shape, side by side along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Joining.Stack(Span(tensors), dim);

    public static Tensor hstack(IList<Tensor> tensors) => Joining.Horizontally(Span(tensors));

    public static Tensor hstack(params Tensor[] tensors) => Joining.Horizontally(tensors);

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Joining.Horizontally(Span(tensors));

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Joining.Horizontally(tensors);

    public static Tensor vstack(IList<Tensor> tensors) => Joining.Vertically(Span(tensors));

    public static Tensor vstack(Tensor[] tensors) => Joining.Vertically(tensors);

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Joining.Vertically(tensors);

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);

    private static ReadOnlySpan<Tensor> Span(IEnumerable<Tensor> tensors) => tensors switch
    {
        null => throw new ArgumentNullException(nameof(tensors)),
        Tensor[] array => array,
        List<Tensor> list => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list),
        _ => tensors.ToArray(),
    };

    public partial class Tensor
    {
        /// <summary>Parts of <paramref name="size"/> along a dimension, the last perhaps smaller; views.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            var at = RequireDim(dim, "split");
            return Splitting.Split(this, Splitting.EqualExtents(Layout, size, at), at);
        }

        public Tensor[] split(params long[] sizes) => split(sizes, 0L);

        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var at = RequireDim(dim, "split_with_sizes");
            return Splitting.Split(this, Splitting.CheckedExtents(Layout, sizes, at), at);
        }

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);

        /// <summary>At most this many parts of equal extent; views.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            if (chunks <= 0) throw TorchError.Of($"chunk expects `chunks` to be greater than 0, got: {chunks}");
            var at = RequireDim(dim, "chunk");
            var size = Math.Max(1, (Layout.Sizes[at] + chunks - 1) / chunks);
            return Splitting.Split(this, Splitting.EqualExtents(Layout, size, at), at);
        }

        /// <summary>The slices along a dimension, which disappears; views.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var at = RequireDim(dimension, "unbind");
            return Splitting.Unbind(this, at);
        }

        private int RequireDim(long dim, string name)
        {
            if (ValidLayout.Rank == 0 && name == "unbind") throw TorchError.Of($"Dimension specified as {dim} but tensor has no dimensions");
            if (Layout.Rank == 0) throw TorchError.Of($"{name} expects at least a 1-dimensional tensor");
            return Layout.Dim(dim);
        }
    }
}
