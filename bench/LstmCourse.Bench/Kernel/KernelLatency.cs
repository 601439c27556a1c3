using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Bench.Kernel;

/// <summary>
/// What a learner waits for, measured from outside, through the wire:
/// <c>dotnet run -c Release --project bench/LstmCourse.Bench -- kernel</c>. With <c>artifacts/cli/course.dll</c> behind it, it is the
/// kernel that <c>./course</c> has compiled ahead of time: half the time for a first cell.
/// </summary>
internal static class KernelLatency
{
    private const int Starts = 5, Cells = 200, ManyCells = 1000;

    public static async Task<int> RunAsync(string courseDll)
    {
        var factory = new JupyterKernelFactory(Spec(courseDll));
        var (ready, first, second) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var kernel = await factory.StartAsync(Path.GetTempPath(), CancellationToken.None);
            ready.Add(clock.Elapsed.TotalMilliseconds);
            first.Add(await Time(kernel, "1 + 1"));
            second.Add(await Time(kernel, "var x = Enumerable.Range(0, 10).Select(q => q * q).Sum(); Console.WriteLine(x); x"));
        }

        Print("kernel ready", Median(ready), "ms", 1000);
        Print("first cell, sent at once", Median(first), "ms");
        Print("second cell, with LINQ", Median(second), "ms");
        await MeasureSessionAsync(factory);
        await InteractiveLatency.MeasureAsync(courseDll, Print);
        return 0;
    }

    /// <summary>
    /// The kernel with one thread for libtorch, as the kernelspec of learners has it: on a busy machine, several wait for each other by
    /// spinning, and one training step takes seconds.
    /// </summary>
    public static KernelSpec Spec(string courseDll) =>
        KernelSpec.OfCourse(courseDll) with { Environment = ImmutableDictionary<string, string>.Empty.Add("OMP_NUM_THREADS", "1") };

    private static async Task MeasureSessionAsync(JupyterKernelFactory factory)
    {
        await using var kernel = await factory.StartAsync(Path.GetTempPath(), CancellationToken.None);
        var times = new List<double>();
        for (var i = 1; i <= ManyCells; i++)
        {
            times.Add(await Time(kernel,
                $"var v{i} = Enumerable.Range(0, {i + 10}).Select(q => q * q).Sum(); int F{i}(int n) => n + v{i}; F{i}(3)"));
            if (i is not (1 or 50 or Cells or ManyCells)) continue;
            Print($"peak memory after {i} cells", kernel.PeakMemory!.Value / 1e6, "MB", i == Cells ? 250 : null);
            if (i < Cells) continue;
            Print($"warm cell, median of the last 100 of {i}", Median(times.TakeLast(100)), "ms", i == Cells ? 20 : null);
            Print($"warm cell, slowest of the last 100 of {i}", times.TakeLast(100).Max(), "ms");
        }
    }

    private static async Task<double> Time(INotebookKernel kernel, string code)
    {
        var clock = Stopwatch.StartNew();
        var done = await kernel.ExecuteAsync(code, _ => { }, CancellationToken.None);
        return done.Succeeded ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"the cell failed: {code}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string what, double value, string unit, double? target = null)
    {
        var judged = target is null ? "" : $"  (target {target:0} {unit}: {(value <= target ? "met" : "MISSED")})";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-54} {value,8:0.0} {unit}{judged}"));
    }
}
