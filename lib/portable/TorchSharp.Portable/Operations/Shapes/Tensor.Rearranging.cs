namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in reverse along the given dimensions; a copy.</summary>
        public Tensor flip(params long[] dims) => Rearranging.Flip(this, dims);

        /// <summary>The tensor laid side by side with itself, so often along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Rearranging.Repeat(this, sizes);

        public Tensor tile(long[] reps)
        {
            ArgumentNullException.ThrowIfNull(reps);
            return Rearranging.Repeat(this, [.. Enumerable.Repeat(1L, Math.Max(0, ValidLayout.Rank - reps.Length)), .. reps]);
        }

        /// <summary>Each element so often in a row.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Rearranging.Interleave(this, repeats, dim);

        /// <summary>Shifts elements along a dimension; what leaves at one end comes back at the other.</summary>
        public Tensor roll(long shifts, long? dims = null) => Rearranging.Roll(this, shifts, dims);

        /// <summary>Zeros above the diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Rearranging.Triangle(this, diagonal, lower: true);

        /// <summary>Zeros below the diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Rearranging.Triangle(this, diagonal, lower: false);

        /// <summary>The elements on a diagonal; a view.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Views.Diagonal(this, offset, dim1, dim2);

        /// <summary>The diagonal of a matrix, or the matrix with this vector on its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Rearranging.Diag(this, diagonal);

        /// <summary>Windows of <paramref name="size"/> elements, one every <paramref name="step"/>, in a new last dimension; a view.</summary>
        public Tensor unfold(long dimension, long size, long step) => Views.Unfold(this, dimension, size, step);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Views.AsStrided(this, size, strides, storageOffset);
    }
}
