using System.Diagnostics;

namespace LstmCourse.Cli.Tests.Bits;

/// <summary>
/// The same seed gives the same weights to the last bit, with whatever vectors the processor has and on however many threads. One model is
/// the course's sentiment model, trained for 50 steps.
/// </summary>
public sealed class SameBitsTests
{
    /// <summary>Environment variables, and the numbers of threads to train with.</summary>
    private static readonly (string Name, (string Variable, string Value)[] Settings, string[] Threads)[] Processes =
    [
        ("the processor's widest vectors", [], ["1", "2", "3"]),
        ("256 bits", [("DOTNET_EnableAVX512", "0")], ["1", "2", "3"]),
        ("128 bits", [("DOTNET_EnableAVX2", "0")], ["1", "2", "3"]),
        ("no vectors", [("DOTNET_EnableHWIntrinsic", "0")], ["1", "2", "3"]),
        ("four processors", [("DOTNET_PROCESSOR_COUNT", "4")], ["4"]),
    ];

    [PortableEngineFact]
    public async Task Training_gives_the_same_bits_for_every_vector_width_and_number_of_threads()
    {
        var lines = await Task.WhenAll(Processes.Select(process => Train(process.Settings, process.Threads)));

        foreach (var model in new[] { "sentiment", "packed", "stacked", "next word" })
        {
            var hashes = Processes.Zip(lines)
                .SelectMany(run => run.Second.Where(line => line.StartsWith(model + " ", StringComparison.Ordinal))
                    .Select(line => (Run: $"{run.First.Name}, {line[(model.Length + 1)..].Split(' ')[0]} threads", Hash: line.Split(' ')[^1])))
                .ToList();
            Assert.Equal(Processes.Sum(process => process.Threads.Length), hashes.Count);
            Assert.All(hashes, hash => Assert.True(hash.Hash == hashes[0].Hash, $"{model}: other bits with {hash.Run} than with {hashes[0].Run}"));
        }
    }

    private static async Task<string[]> Train((string Variable, string Value)[] settings, string[] threads)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TrainingHash).Assembly.Location, .. threads]);
        foreach (var (variable, value) in settings) start.Environment[variable] = value;
        var result = await CourseProcess.StartAsync(start);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
