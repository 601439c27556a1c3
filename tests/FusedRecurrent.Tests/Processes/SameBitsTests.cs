namespace FusedRecurrent.Tests.Processes;

/// <summary>
/// The same seed gives the same weights to the last bit, with whatever vectors the processor has and on however many threads.
/// </summary>
public sealed class SameBitsTests
{
    /// <summary>libtorch's own operations are held to what every x64 processor has, so that only the kernels vary.</summary>
    private static readonly (string, string?)[] Pinned =
        [("ATEN_CPU_CAPABILITY", "default"), ("MKL_CBWR", "COMPATIBLE"), ("ONEDNN_MAX_CPU_ISA", "SSE41")];

    private static readonly (string Name, (string, string?)[] Settings, string[] Threads)[] Runs =
    [
        ("the processor's widest vectors", [], ["1", "2", "3", "4"]),
        ("256 bits", [("DOTNET_EnableAVX512", "0")], ["1", "3"]),
        ("128 bits", [("DOTNET_EnableAVX2", "0")], ["2"]),
        ("no vectors", [("DOTNET_EnableHWIntrinsic", "0")], ["2"]),
    ];

    [Fact]
    public async Task Fifty_steps_of_training_give_the_same_bits_for_every_vector_width_and_number_of_threads()
    {
        var hashes = new List<(string Run, string Layer, string Hash)>();
        foreach (var (name, settings, threads) in Runs)
        {
            foreach (string line in await ChildProgram.StartAsync([TrainingHash.Verb, .. threads], [.. Pinned, .. settings]))
            {
                string[] words = line.Split(' ');
                hashes.Add(($"{name}, {words[1]} threads", words[0], words[2]));
            }
        }

        Assert.Equal(Runs.Sum(run => run.Threads.Length) * TrainingHash.Layers.Length, hashes.Count);
        foreach (var layer in hashes.GroupBy(hash => hash.Layer))
        {
            Assert.All(layer, hash => Assert.True(
                hash.Hash == layer.First().Hash, $"{layer.Key}: other bits with {hash.Run} than with {layer.First().Run}"));
        }
    }
}
