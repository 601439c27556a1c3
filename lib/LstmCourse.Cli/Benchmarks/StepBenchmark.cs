using TorchSharp;

namespace LstmCourse.Cli.Benchmarks;

/// <summary>Times cases, and PyTorch's in alternation with ours, so that both see the same moments of a machine's life.</summary>
internal sealed class StepBenchmark : IDisposable
{
    private const int Rounds = 3;

    private readonly TimeSpan _time;
    private readonly int _threads = Environment.ProcessorCount;
    private readonly Dictionary<int, PyTorchPeer> _peers = [];

    /// <param name="time">How long to repeat a step in each round.</param>
    /// <param name="withPyTorch">Whether to compare.</param>
    public StepBenchmark(TimeSpan time, bool withPyTorch)
    {
        _time = time;
        foreach (int blasThreads in withPyTorch ? ThreadCounts : [])
        {
            _peers.Add(blasThreads, PyTorchPeer.Start(blasThreads));
        }
    }

    private int[] ThreadCounts => _threads == 1 ? [1] : [1, _threads];

    /// <summary>Measures one case.</summary>
    public StepResult Run(StepCase step)
    {
        using var runner = new StepRunner(step);
        runner.Repeat(_time); // compiles, and fills the pools
        runner.Repeat(_time);
        double one = double.PositiveInfinity, all = double.PositiveInfinity;
        var settings = (from blas in _peers.Keys from threads in ThreadCounts select new PyTorchSetting(threads, blas)).ToList();
        var best = settings.ToDictionary(setting => setting, _ => double.PositiveInfinity);
        for (int round = 0; round < Rounds; round++)
        {
            one = Math.Min(one, Ours(runner, 1));
            all = Math.Min(all, Ours(runner, _threads));
            foreach (var setting in settings)
            {
                var seconds = _peers[setting.BlasThreads].Repeat(step, setting.Threads, _time);
                best[setting] = Math.Min(best[setting], Median(seconds));
            }

            // The settings that lost clearly need no further rounds.
            settings.RemoveAll(setting => best[setting] > 1.3 * best.Values.Min());
        }

        var result = new StepResult(step, one, all, runner.MeasureAllocation());
        if (best.Count == 0) return result;
        var winner = best.MinBy(pair => pair.Value);
        return result with { PyTorch = winner.Value, PyTorchSetting = winner.Key };
    }

    public void Dispose()
    {
        foreach (var peer in _peers.Values) peer.Dispose();
    }

    private double Ours(StepRunner runner, int threads)
    {
        torch.set_num_threads(threads);
        return Median(runner.Repeat(_time));
    }

    private static double Median(List<double> seconds)
    {
        seconds.Sort();
        return seconds[seconds.Count / 2];
    }
}
