namespace LstmCourse.Cli.Benchmarks;

/// <summary>What was measured for one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="OneThread">Median seconds of a step on one thread, in the best round.</param>
/// <param name="AllThreads">The same on all threads.</param>
/// <param name="Allocated">Bytes that a step takes from the managed heap after warming up.</param>
/// <param name="PyTorch">PyTorch's best setting's median seconds, in its best round; null without a comparison.</param>
/// <param name="PyTorchSetting">That setting.</param>
internal sealed record StepResult(
    StepCase Case, double OneThread, double AllThreads, long Allocated, double? PyTorch = null, PyTorchSetting? PyTorchSetting = null)
{
    /// <summary>The faster of the two.</summary>
    public double Best => Math.Min(OneThread, AllThreads);

    /// <summary>How many times as long PyTorch takes.</summary>
    public double? Ratio => PyTorch / Best;
}
