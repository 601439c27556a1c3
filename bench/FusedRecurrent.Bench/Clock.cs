using System.Diagnostics;
using static TorchSharp.torch;

namespace FusedRecurrent.Bench;

/// <summary>Times competitors in turns, so that whatever else the machine does meets them all, and keeps each one's best round.</summary>
internal sealed class Clock(int rounds, double milliseconds)
{
    /// <summary>
    /// Milliseconds that one call of each takes at its best. Each runs under its own number of libtorch's threads, with time before it is
    /// measured for the threads of the one before to go to sleep.
    /// </summary>
    internal double[] Best(params (Action Run, int Threads)[] competitors)
    {
        var best = new double[competitors.Length];
        Array.Fill(best, double.PositiveInfinity);
        var calls = Array.ConvertAll(competitors, Calls);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < competitors.Length; i++)
            {
                var (run, threads) = competitors[i];
                set_num_threads(threads);
                run();
                run();
                best[i] = Math.Min(best[i], Time(run, calls[i]));
            }
        }

        set_num_threads(1);
        return best;
    }

    /// <summary>How many calls fill a round, after as many as it takes to be compiled.</summary>
    private int Calls((Action Run, int Threads) competitor)
    {
        set_num_threads(competitor.Threads);
        long end = Stopwatch.GetTimestamp() + (long)(milliseconds / 1000 * Stopwatch.Frequency);
        double fastest = double.PositiveInfinity;
        for (int call = 0; call < 3 || Stopwatch.GetTimestamp() < end; call++)
        {
            fastest = Math.Min(fastest, Time(competitor.Run, 1));
        }

        return Math.Max(1, (int)(milliseconds / fastest));
    }

    /// <summary>Milliseconds for each of several calls; the fastest tenth of them counts, so that one interruption does not.</summary>
    private static double Time(Action run, int calls)
    {
        var times = new double[calls];
        for (int call = 0; call < calls; call++)
        {
            long begin = Stopwatch.GetTimestamp();
            run();
            times[call] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[calls / 10];
    }
}
