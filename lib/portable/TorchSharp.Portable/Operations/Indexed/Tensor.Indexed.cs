namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Values at the places an Int64 tensor names along a dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Gathering.Gather(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Gathering.Scatter(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Changed(x => Gathering.Scatter(x, dim, index, src));

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Gathering.ScatterAdd(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Changed(x => Gathering.ScatterAdd(x, dim, index, src));

        /// <summary>Whole slices at the places a vector names along a dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => Rows.Select(this, dim, index);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Rows.Add(this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Changed(x => Rows.Add(x, dim, index, source, alpha));

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Rows.Copy(this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Changed(x => Rows.Copy(x, dim, index, source));

        public Tensor index_fill(long dim, Tensor index, Scalar value) => Rows.Fill(this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Changed(x => Rows.Fill(x, dim, index, value));

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Sorting.Sort(this, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Sorting.Places(this, dim, descending);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Sorting.Top(this, k, dim, largest);
    }
}
