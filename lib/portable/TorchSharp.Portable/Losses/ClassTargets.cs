namespace TorchSharp;

/// <summary>
/// Scores and class numbers brought into rows: (N, C), (C) and (N, C, …) become [rows, C], the class dimension last.
/// </summary>
internal readonly struct ClassTargets : IDisposable
{
    private ClassTargets(Tensor scores, Tensor classes, Layout losses)
    {
        (Scores, Classes, LossLayout) = (scores, classes, losses);
        ClassCount = scores.Layout.Rank == 0 ? 1 : scores.Layout.Sizes[^1];
        Rows = classes.Layout.Count;
    }

    /// <summary>The scores, row by row.</summary>
    internal Tensor Scores { get; }

    /// <summary>A class number for each row, Int64.</summary>
    internal Tensor Classes { get; }

    /// <summary>The shape of losses that are not reduced.</summary>
    internal Layout LossLayout { get; }

    internal long ClassCount { get; }

    internal long Rows { get; }

    internal static ClassTargets Of(Tensor x, Tensor target, Tensor? weight, long ignored)
    {
        CheckShapes(x, target);
        if (target.dtype != ScalarType.Int64) throw TorchError.Of($"expected scalar type Long but found {Dtype.TorchName(target.dtype)}");
        if (!Dtype.IsFloat(x.dtype)) throw TorchError.Unsupported("log_softmax_lastdim_kernel_impl", x.dtype);

        using var work = EngineWork.Begin();
        using var recording = GradMode.Set(false);
        using var moved = x.Layout.Rank > 2 ? ClassesLast(x) : x.Share();
        var rows = new ClassTargets(moved.Dense(), target.Dense(), target.Layout);
        CheckWeight(weight, rows.ClassCount, x.dtype);
        foreach (var number in rows.Classes.Elements<long>())
        {
            if (number != ignored && (ulong)number >= (ulong)rows.ClassCount)
                throw TorchError.Of($"Target {number} is out of bounds.\nexpected class numbers from 0 to {rows.ClassCount - 1}");
        }
        return rows;
    }

    /// <summary>(N, C, …) as (N, …, C), a view.</summary>
    internal static Tensor ClassesLast(Tensor x)
    {
        var order = new long[x.Layout.Rank];
        for (var d = 1; d < order.Length - 1; d++) order[d] = d + 1;
        order[^1] = 1;
        return x.permute(order);
    }

    /// <summary>(N, …, C) as (N, C, …), a view.</summary>
    internal static Tensor ClassesSecond(Tensor x)
    {
        var order = new long[x.Layout.Rank];
        order[1] = order.Length - 1;
        for (var d = 2; d < order.Length; d++) order[d] = d - 1;
        return x.permute(order);
    }

    public void Dispose()
    {
        Scores.Dispose();
        Classes.Dispose();
    }

    internal static void CheckWeight(Tensor? weight, long classes, ScalarType type)
    {
        if (weight is null) return;
        if (weight.Layout.Rank != 1 || weight.Layout.Count != classes)
        {
            throw TorchError.Of(
                $"weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: {weight.Layout.Describe()}");
        }
        if (weight.dtype != type)
            throw TorchError.Of($"expected scalar type {Dtype.TorchName(type)} but found {Dtype.TorchName(weight.dtype)}");
    }

    private static void CheckShapes(Tensor x, Tensor target)
    {
        var (sizes, targets) = (x.Layout.Sizes, target.Layout.Sizes);
        if (sizes.Length == 0) throw TorchError.Of("input tensor should be 1D or 2D");
        if (sizes.Length == 1 && targets.Length == 0) return;
        if (sizes.Length > 1 && targets.Length > 0 && sizes[0] != targets[0])
            throw TorchError.Of($"Expected input batch_size ({sizes[0]}) to match target batch_size ({targets[0]}).");
        if (targets.Length != sizes.Length - 1)
        {
            throw TorchError.Of(sizes.Length <= 2
                ? "0D or 1D target tensor expected, multi-target not supported"
                : $"only batches of spatial targets supported ({sizes.Length - 1}D tensors) but got targets of dimension: {targets.Length}");
        }
        for (var d = 1; d < targets.Length; d++)
        {
            if (targets[d] != sizes[d + 1])
                throw TorchError.Of($"size mismatch (got input: {x.Layout.Describe()} , target: {target.Layout.Describe()}");
        }
    }
}
