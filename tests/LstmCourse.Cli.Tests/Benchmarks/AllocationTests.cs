using System.Diagnostics;
using LstmCourse.Cli.Benchmarks;
using LstmCourse.Cli.Tests.Bits;

namespace LstmCourse.Cli.Tests.Benchmarks;

[Collection(Alone)]
public sealed class AllocationTests
{
    private const string Alone = "alone";

    private const long Limit = 16 * 1024;

    public static TheoryData<string> Cases => [.. StepCase.All.Select(step => step.Name)];

    [PortableEngineTheory]
    [MemberData(nameof(Cases))]
    public void A_step_takes_less_than_16_KB_from_the_managed_heap_once_warm(string name)
    {
        using var runner = new StepRunner(StepCase.All.Single(step => step.Name == name));

        // Warm is after the second tier of compilation, which removes allocations and, on a busy machine, comes late.
        var patience = Stopwatch.StartNew();
        long allocated = runner.MeasureAllocation();
        while (allocated >= Limit && patience.Elapsed < TimeSpan.FromMinutes(1))
        {
            Thread.Sleep(200);
            allocated = runner.MeasureAllocation();
        }

        Assert.True(allocated < Limit, $"a step of '{name}' took {allocated} bytes");
    }

    /// <summary>The runtime counts what the whole process allocates, so no other test may run beside these.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneInTheProcess;
}
