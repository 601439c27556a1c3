using System.Globalization;
using Xunit.Abstractions;

namespace FusedRecurrent.Tests.Processes;

/// <summary>Training takes no more memory than libtorch's layers do, and none more from step to step.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    /// <summary>FUSED_RECURRENT_STEPS sets how many steps each scenario takes after warming up.</summary>
    private static readonly string Steps = Environment.GetEnvironmentVariable("FUSED_RECURRENT_STEPS") ?? "150";

    /// <summary>
    /// TorchSharp never frees the text of an exception that comes from libtorch: 4.7 kB from a backward pass, without our layers too.
    /// </summary>
    private const long TextOfAnException = 6_000;

    public static TheoryData<string> Scenarios => [.. MemoryScenarios.Names];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Memory_stays_level(string scenario)
    {
        long[] grown = Numbers(await ChildProgram.StartAsync([MemoryScenarios.Verb, scenario, Steps]));
        output.WriteLine($"{scenario}: {grown[0]} bytes, {grown[1]} tensors more after {Steps} steps");
        long texts = scenario == "exceptions" ? long.Parse(Steps, CultureInfo.InvariantCulture) * TextOfAnException : 0;
        Assert.InRange(grown[0], long.MinValue, (16 << 20) + texts);
        Assert.InRange(grown[1], -50, 0);
    }

    [Fact]
    public async Task Two_hundred_steps_take_no_more_memory_than_with_libtorchs_own_layer()
    {
        long fused = Numbers(await ChildProgram.StartAsync([PeakMemory.Verb, "fused"]))[0];
        long plain = Numbers(await ChildProgram.StartAsync([PeakMemory.Verb, "plain"]))[0];
        output.WriteLine($"peak: {fused >> 20} MB fused, {plain >> 20} MB with nn.LSTM");
        Assert.InRange(fused, 0, plain);
    }

    private static long[] Numbers(string[] lines) =>
        Array.ConvertAll(lines[^1].Split(' '), number => long.Parse(number, CultureInfo.InvariantCulture));
}
