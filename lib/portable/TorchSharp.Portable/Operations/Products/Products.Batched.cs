using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Operations;

internal static partial class Products
{
    /// <summary>[b, m, k] · [b, k, n] = [b, m, n], batch by batch.</summary>
    internal static Tensor Batched(Tensor a, Tensor b)
    {
        if (a.Layout.Rank != 3) throw TorchError.Of("batch1 must be a 3D tensor");
        if (b.Layout.Rank != 3) throw TorchError.Of("batch2 must be a 3D tensor");
        var left = a.Layout.Sizes;
        var right = b.Layout.Sizes;
        if (left[0] != right[0] || left[2] != right[1])
        {
            throw TorchError.Of(
                $"Expected size for first two dimensions of batch2 tensor to be: [{left[0]}, {left[2]}] but got: [{right[0]}, {right[1]}].");
        }
        RequireSameType(a, b);
        var product = Tensor.New(Layout.Of(left[0], left[1], right[2]), a.dtype);
        switch (a.dtype)
        {
            case ScalarType.Float32: MultiplyBatches<float>(a, b, product); break;
            case ScalarType.Float64: MultiplyBatches<double>(a, b, product); break;
            default: throw TorchError.Unsupported("bmm", a.dtype);
        }
        if (GradMode.Records(a, b)) new BmmBackward(a, b).Attach(product);
        return product;
    }

    private static unsafe void MultiplyBatches<T>(Tensor a, Tensor b, Tensor product) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (m, k, n) = (a.Layout.Sizes[1], a.Layout.Sizes[2], b.Layout.Sizes[2]);
        var (s, t) = (a.Layout.Strides, b.Layout.Strides);
        fixed (T* x = &a.First<T>(), y = &b.First<T>(), z = product.Elements<T>())
            Gemm.MultiplyBatched(a.Layout.Sizes[0], m, n, k, x, s[0], s[1], s[2], y, t[0], t[1], t[2], z, m * n, n);
    }

    private sealed class BmmBackward : GradientNode
    {
        internal BmmBackward(Tensor a, Tensor b) : base(a, b) => Save(b.requires_grad ? a : null, a.requires_grad ? b : null);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var g = outputs[0]!;
            if (Needs(0))
            {
                using var transposed = Saved(1).transpose(1, 2);
                inputs[0] = Batched(g, transposed);
            }
            if (Needs(1))
            {
                using var transposed = Saved(0).transpose(1, 2);
                inputs[1] = Batched(transposed, g);
            }
        }
    }
}
