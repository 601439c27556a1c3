namespace TorchSharp.Operations;

internal static partial class Products
{
    /// <summary>Σ aᵢ·bᵢ of two vectors.</summary>
    internal static Tensor Dot(Tensor a, Tensor b)
    {
        if (a.Layout.Rank != 1 || b.Layout.Rank != 1)
            throw TorchError.Of($"1D tensors expected, but got {a.Layout.Rank}D and {b.Layout.Rank}D tensors");
        var (n, m) = (a.Layout.Count, b.Layout.Count);
        if (n != m)
        {
            throw TorchError.Of(
                $"inconsistent tensor size, expected tensor [{n}] and src [{m}] to have the same number of elements, but got {n} and {m} elements respectively");
        }
        return Composed(a, b, static (a, b) =>
        {
            using var row = a.unsqueeze(0);
            using var column = b.unsqueeze(1);
            using var product = Matrix(row, column);
            return product.reshape([]);
        });
    }

    /// <summary>[m, k] · [k] = [m]</summary>
    internal static Tensor MatrixVector(Tensor a, Tensor b)
    {
        if (a.Layout.Rank != 2 || b.Layout.Rank != 1)
            throw TorchError.Of($"vector + matrix @ vector expected, got {1}, {a.Layout.Rank}, {b.Layout.Rank}");
        var sizes = a.Layout.Sizes;
        if (sizes[1] != b.Layout.Count)
            throw TorchError.Of($"size mismatch, got input ({sizes[0]}), mat ({sizes[0]}x{sizes[1]}), vec ({b.Layout.Count})");
        return Composed(a, b, static (a, b) =>
        {
            using var column = b.unsqueeze(1);
            using var product = Matrix(a, column);
            return product.squeeze(1);
        });
    }

    /// <summary>[m] and [n] give [m, n], every product of two elements.</summary>
    internal static Tensor Outer(Tensor a, Tensor b)
    {
        if (a.Layout.Rank != 1) throw TorchError.Of($"outer: Expected 1-D argument self, but got {a.Layout.Rank}-D");
        if (b.Layout.Rank != 1) throw TorchError.Of($"outer: Expected 1-D argument vec2, but got {b.Layout.Rank}-D");
        return Composed(a, b, static (a, b) =>
        {
            using var column = a.unsqueeze(1);
            return Pointwise.Multiply(column, b);
        });
    }

    /// <summary>The product for operands of any rank: vectors, matrices, and batches of matrices, whose batch dimensions broadcast.</summary>
    internal static Tensor General(Tensor a, Tensor b)
    {
        var (p, q) = (a.Layout.Rank, b.Layout.Rank);
        if (p == 0 || q == 0) throw TorchError.Of($"both arguments to matmul need to be at least 1D, but they are {p}D and {q}D");
        if (p == 1 && q == 1) return Dot(a, b);
        if (p == 2 && q == 1) return MatrixVector(a, b);
        if (p == 2 && q == 2) return Matrix(a, b);
        if (p == 1)
        {
            return Composed(a, b, static (a, b) =>
            {
                using var row = a.unsqueeze(0);
                using var product = General(row, b);
                return product.squeeze(-2);
            });
        }
        if (q == 1)
        {
            return Composed(a, b, static (a, b) =>
            {
                using var column = b.unsqueeze(1);
                using var product = General(a, column);
                return product.squeeze(-1);
            });
        }
        return q == 2 ? Composed(a, b, Folded) : Composed(a, b, Broadcast);
    }

    /// <summary>Many rows by one matrix: one large product.</summary>
    private static Tensor Folded(Tensor a, Tensor b)
    {
        using var rows = a.reshape(-1, a.Layout.Sizes[^1]);
        using var product = Matrix(rows, b);
        return product.reshape([.. a.Layout.Sizes[..^1], b.Layout.Sizes[1]]);
    }

    private static Tensor Broadcast(Tensor a, Tensor b)
    {
        var (left, right) = (a.Layout.Sizes, b.Layout.Sizes);
        if (left[^1] != right[^2])
            throw TorchError.Of($"mat1 and mat2 shapes cannot be multiplied ({left[^2]}x{left[^1]} and {right[^2]}x{right[^1]})");
        var batch = Broadcasting.Join(Layout.Of(left.AsSpan(0, left.Length - 2)), Layout.Of(right.AsSpan(0, right.Length - 2)));
        using var x = Stretch(a, batch);
        using var y = Stretch(b, batch);
        using var product = Batched(x, y);
        return product.reshape([.. batch.Sizes, left[^2], right[^1]]);
    }

    /// <summary>The operand with the joined batch dimensions folded into one.</summary>
    private static Tensor Stretch(Tensor operand, Layout batch)
    {
        var sizes = operand.Layout.Sizes;
        using var stretched = operand.expand([.. batch.Sizes, sizes[^2], sizes[^1]]);
        return stretched.reshape(batch.Count, sizes[^2], sizes[^1]);
    }

    /// <summary>An operation made of others: its steps are the engine's own, its result is handed out.</summary>
    private static Tensor Composed(Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> operation)
    {
        Tensor result;
        using (EngineWork.Begin()) result = operation(a, b);
        return result.AsOwn().Publish();
    }
}
