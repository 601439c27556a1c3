using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Operations;

/// <summary>Matrix products.</summary>
internal static partial class Products
{
    /// <summary>[m, k] · [k, n] = [m, n]; transposed operands are read where they lie.</summary>
    internal static Tensor Matrix(Tensor a, Tensor b)
    {
        if (a.Layout.Rank != 2) throw TorchError.Of("self must be a matrix");
        if (b.Layout.Rank != 2) throw TorchError.Of("mat2 must be a matrix");
        if (a.Layout.Sizes[1] != b.Layout.Sizes[0])
        {
            throw TorchError.Of(
                $"mat1 and mat2 shapes cannot be multiplied ({a.Layout.Sizes[0]}x{a.Layout.Sizes[1]} and {b.Layout.Sizes[0]}x{b.Layout.Sizes[1]})");
        }
        RequireSameType(a, b);
        var product = Tensor.New(Layout.Of(a.Layout.Sizes[0], b.Layout.Sizes[1]), a.dtype);
        MultiplyInto(a, b, product);
        if (GradMode.Records(a, b)) new MmBackward(a, b).Attach(product);
        return product;
    }

    /// <summary>As <see cref="Matrix(Tensor, Tensor)"/>, with operands read transposed; without views where nothing is recorded.</summary>
    private static Tensor Matrix(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false)
    {
        if (GradMode.Records(a, b))
        {
            using var left = transposeA ? a.t() : a.ShareInGraph();
            using var right = transposeB ? b.t() : b.ShareInGraph();
            return Matrix(left, right);
        }
        var product = Tensor.New(Layout.Of(a.Layout.Sizes[transposeA ? 1 : 0], b.Layout.Sizes[transposeB ? 0 : 1]), a.dtype);
        MultiplyInto(a, b, product, transposeA, transposeB);
        return product;
    }

    private static void MultiplyInto(Tensor a, Tensor b, Tensor product, bool transposeA = false, bool transposeB = false)
    {
        switch (a.dtype)
        {
            case ScalarType.Float32: Multiply<float>(a, b, product, transposeA, transposeB); break;
            case ScalarType.Float64: Multiply<double>(a, b, product, transposeA, transposeB); break;
            default: throw TorchError.Unsupported("addmm_impl_cpu_", a.dtype);
        }
    }

    private static unsafe void Multiply<T>(Tensor a, Tensor b, Tensor product, bool transposeA, bool transposeB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (rowA, columnA) = transposeA ? (1, 0) : (0, 1);
        var (rowB, columnB) = transposeB ? (1, 0) : (0, 1);
        var (m, k, n) = (a.Layout.Sizes[rowA], a.Layout.Sizes[columnA], b.Layout.Sizes[columnB]);
        var (s, t) = (a.Layout.Strides, b.Layout.Strides);
        fixed (T* x = &a.First<T>(), y = &b.First<T>(), z = product.Elements<T>())
            Gemm.Multiply(m, n, k, x, s[rowA], s[columnA], y, t[rowB], t[columnB], z, n);
    }

    private static void RequireSameType(Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype)
            throw TorchError.Of($"expected m1 and m2 to have the same dtype, but got: {CName(a.dtype)} != {CName(b.dtype)}");
    }

    private static string CName(ScalarType type) => type switch
    {
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Int64 => "long",
        ScalarType.Int32 => "int",
        ScalarType.Bool => "bool",
        _ => "unsigned char",
    };

    /// <summary>∂(a·b): g·bᵀ for a, aᵀ·g for b</summary>
    private sealed class MmBackward : GradientNode
    {
        internal MmBackward(Tensor a, Tensor b) : base(a, b) => Save(b.requires_grad ? a : null, a.requires_grad ? b : null);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var g = outputs[0]!;
            if (Needs(0)) inputs[0] = Matrix(g, Saved(1), transposeB: true);
            if (Needs(1)) inputs[1] = Matrix(Saved(0), g, transposeA: true);
        }
    }
}
