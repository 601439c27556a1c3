namespace FusedRecurrent.Tests;

/// <summary>Tests that change or measure what the whole process shares: default type, print options, live tensors. They run alone.</summary>
[CollectionDefinition("global settings", DisableParallelization = true)]
public sealed class GlobalSettings
{
    /// <summary>The tensors alive once those that earlier tests left to the collector are gone; later ones would be counted as leaving.</summary>
    public static long LiveAfterCollection()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return torch.Tensor.TotalCount;
    }
}
