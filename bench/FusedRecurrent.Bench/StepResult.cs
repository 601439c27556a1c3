namespace FusedRecurrent.Bench;

/// <summary>Milliseconds of one case: libtorch on one and on all threads, ours on one and on all (libtorch then on one).</summary>
internal sealed record StepResult(string Name, string Sizes, double Torch1, double TorchAll, double Fused1, double FusedAll)
{
    /// <summary>How many times as fast ours is as libtorch at its best.</summary>
    public double Ratio => Math.Min(Torch1, TorchAll) / Math.Min(Fused1, FusedAll);
}

/// <summary>A layer alone, against the speed at which the machine multiplies.</summary>
internal sealed record LayerResult(string Name, string Sizes, double Milliseconds, double Speed, double Share);

/// <summary>Peak resident memory of a training run, in MB.</summary>
internal sealed record MemoryResult(string Name, string Sizes, long Torch, long Fused);
