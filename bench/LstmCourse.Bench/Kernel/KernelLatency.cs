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
    private const int Starts = 5, Cells = 200;

    public static async Task<int> RunAsync(string courseDll)
    {
        var factory = new JupyterKernelFactory(KernelSpec.OfCourse(courseDll));
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

    private static async Task MeasureSessionAsync(JupyterKernelFactory factory)
    {
        await using var kernel = await factory.StartAsync(Path.GetTempPath(), CancellationToken.None);
        var times = new List<double>();
        for (var i = 1; i <= Cells; i++)
        {
            times.Add(await Time(kernel,
                $"var v{i} = Enumerable.Range(0, {i + 10}).Select(q => q * q).Sum(); int F{i}(int n) => n + v{i}; F{i}(3)"));
            if (i is 1 or 50 or Cells) Print($"peak memory after {i} cells", kernel.PeakMemory!.Value / 1e6, "MB", i == Cells ? 250 : null);
        }

        Print("warm cell, median of the last 100", Median(times.TakeLast(100)), "ms", 20);
        Print("warm cell, slowest of the last 100", times.TakeLast(100).Max(), "ms");
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
