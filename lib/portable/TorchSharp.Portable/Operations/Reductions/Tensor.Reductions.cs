namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor mean() => Reduce.Mean(this, [], false, null);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Reduce.Mean(this, dimensions, keepdim, type);

        public Tensor var(bool unbiased = true) => Reduce.Variance(this, [], unbiased, false, null);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Reduce.Variance(this, [dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Reduce.Variance(this, dimensions, unbiased, keepdim, type);

        public Tensor std(bool unbiased = true) => Reduce.Deviation(this, [], unbiased, false, null);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Reduce.Deviation(this, [dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Reduce.Deviation(this, dimensions, unbiased, keepdim, type);

        public Tensor norm(float p = 2) => Reduce.Norm(this, [], false, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Reduce.Norm(this, [dim], keepdim, p);

        public Tensor max() => Extremes.Whole(this, largest: true);

        public Tensor min() => Extremes.Whole(this, largest: false);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extremes.Along(this, dim, keepdim, largest: true);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Extremes.Along(this, dim, keepdim, largest: false);

        public Tensor argmax() => Extremes.WhereIsIt(this, null, false, largest: true);

        public Tensor argmax(long dim, bool keepdim = false) => Extremes.WhereIsIt(this, dim, keepdim, largest: true);

        public Tensor argmin() => Extremes.WhereIsIt(this, null, false, largest: false);

        public Tensor argmin(long dim, bool keepdim = false) => Extremes.WhereIsIt(this, dim, keepdim, largest: false);

        public Tensor all() => Truths.All(this, null, false);

        public Tensor all(long dim, bool keepdim = false) => Truths.All(this, dim, keepdim);

        public Tensor any() => Truths.Any(this, null, false);

        public Tensor any(long dim, bool keepdim = false) => Truths.Any(this, dim, keepdim);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax.Of(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Softmax.Log(this, dim, dtype);

        public Tensor logsumexp(long dim, bool keepdim = false) => Cumulative.LogSumExp(this, dim, keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Cumulative.Sum(this, dim, type);

        public Tensor prod(ScalarType? type = null) => Cumulative.Product(this, null, false, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Cumulative.Product(this, dim, keepdim, type);
    }
}
