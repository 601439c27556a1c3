using Xunit.Abstractions;

namespace FusedRecurrent.Tests.Processes;

/// <summary>
/// Which operations change their last bits when libtorch chooses its code by the processor, one pinning variable left out at a time. Those
/// are the operations whose results need a tolerance where somebody runs without the pinning; <c>docs/decisions.md</c> lists them.
/// </summary>
public sealed class PinnedMathematicsTests(ITestOutputHelper output)
{
    private static readonly (string Variable, string Pinned)[] Pinning =
        [("ATEN_CPU_CAPABILITY", "default"), ("MKL_CBWR", "COMPATIBLE"), ("ONEDNN_MAX_CPU_ISA", "SSE41")];

    /// <summary>What no processor changes, with the pinning or without it.</summary>
    private static readonly string[] Same =
    [
        "additions and products", "maximum over time", "uniform numbers", "dropout", "embedding", "Fused.Adam",
        "FusedLSTM", "FusedGRU", "FusedRNN",
    ];

    [Fact]
    public async Task The_fused_layers_and_plain_operations_keep_their_bits_without_the_pinning()
    {
        var pinned = await HashesAsync(Pinning.Select(setting => (setting.Variable, (string?)setting.Pinned)));
        Assert.Subset(pinned.Keys.ToHashSet(), Same.ToHashSet());
        foreach (var (without, _) in Pinning)
        {
            var hashes = await HashesAsync(Pinning.Select(
                setting => (setting.Variable, setting.Variable == without ? null : setting.Pinned)));
            string[] changed = [.. pinned.Keys.Where(name => hashes[name] != pinned[name])];
            output.WriteLine($"without {without}: {(changed.Length == 0 ? "nothing changes" : string.Join(", ", changed))}");
            Assert.Empty(changed.Intersect(Same));
        }
    }

    private static async Task<Dictionary<string, string>> HashesAsync(IEnumerable<(string Variable, string? Value)> settings) =>
        (await ChildProgram.StartAsync([OperationHashes.Verb], [.. settings]))
            .Select(line => line.Split('|'))
            .ToDictionary(words => words[0], words => words[1]);
}
