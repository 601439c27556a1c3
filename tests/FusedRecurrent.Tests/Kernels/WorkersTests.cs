using System.Diagnostics;
using System.Runtime;
using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Tests.Kernels;

[Collection(KernelSettings.Name)]
public sealed class WorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Every_item_is_worked_on_once(int threads) => With(threads, () =>
    {
        for (int round = 0; round < 200; round++)
        {
            int[] seen = new int[round];
            Workers.For(round, 1, (from, to) =>
            {
                for (long i = from; i < to; i++)
                {
                    Interlocked.Increment(ref seen[i]);
                }
            });
            Assert.All(seen, count => Assert.Equal(1, count));
        }
    });

    [Fact]
    public void Members_meet_at_the_barrier() => With(3, () =>
    {
        int[] rounds = new int[3];
        Workers.Run(3, member =>
        {
            for (int round = 1; round <= 500; round++)
            {
                Volatile.Write(ref rounds[member.Rank], round);
                member.Wait();
                for (int other = 0; other < member.Size; other++)
                {
                    Assert.Equal(round, Volatile.Read(ref rounds[other]));
                }

                member.Wait();
            }
        });
        Assert.All(rounds, round => Assert.Equal(500, round));
    });

    [Fact]
    public void Shares_cover_everything_once_and_respect_the_unit()
    {
        for (int size = 1; size < 6; size++)
        {
            for (int count = 0; count < 40; count++)
            {
                long next = 0;
                for (int rank = 0; rank < size; rank++)
                {
                    var (from, to) = new TeamMember(null, rank, size).Share(count, 6);
                    Assert.Equal(next, from);
                    Assert.True(to == count || to % 6 == 0);
                    next = to;
                }

                Assert.Equal(count, next);
            }
        }
    }

    [Fact]
    public void Work_inside_work_runs_on_the_thread_that_it_is_in() => With(2, () =>
    {
        long total = 0;
        Workers.For(8, 1, (from, to) =>
        {
            for (long i = from; i < to; i++)
            {
                int outer = Environment.CurrentManagedThreadId;
                Workers.For(10, 1, (a, b) =>
                {
                    Assert.Equal(outer, Environment.CurrentManagedThreadId);
                    Interlocked.Add(ref total, b - a);
                });
            }
        });
        Assert.Equal(80, total);
    });

    [Fact]
    public void Callers_from_several_threads_do_not_wait_for_one_another_for_ever() => With(2, () =>
    {
        long total = 0;
        Thread[] callers = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int round = 0; round < 300; round++)
            {
                Workers.For(100, 1, (from, to) => Interlocked.Add(ref total, to - from));
            }
        }))];
        foreach (var caller in callers)
        {
            caller.Start();
        }

        Assert.All(callers, caller => Assert.True(caller.Join(TimeSpan.FromSeconds(30))));
        Assert.Equal(4 * 300 * 100, total);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void An_exception_reaches_the_caller_and_frees_the_barrier(int culprit) => With(3, () =>
    {
        for (int round = 0; round < 20; round++)
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => Workers.Run(3, member =>
            {
                if (member.Rank == culprit)
                {
                    throw new InvalidOperationException("as planned");
                }

                member.Wait();
            }));
            Assert.Equal("as planned", thrown.Message);
        }

        Assert.Equal(3, CountMembers());
    });

    [Fact]
    public void An_aborted_caller_leaves_the_threads_usable() => With(2, () =>
    {
        for (int round = 0; round < 20; round++)
        {
            using var abort = new CancellationTokenSource();
            using var inside = new ManualResetEventSlim();
            int running = 0;
            var caller = new Thread(() =>
            {
                try
                {
#pragma warning disable SYSLIB0046 // the notebook kernel interrupts cells with it
                    ControlledExecution.Run(
                        () => Workers.Run(2, member =>
                        {
                            Interlocked.Increment(ref running);
                            inside.Set();
                            var clock = Stopwatch.StartNew();
                            while (member.Rank == 0 || clock.ElapsedMilliseconds < 20)
                            {
                                Thread.SpinWait(10);
                            }

                            member.Wait();
                        }),
                        abort.Token);
#pragma warning restore SYSLIB0046
                }
                catch (OperationCanceledException)
                {
                    // what ControlledExecution makes of the abort
                }
            });
            caller.Start();
            inside.Wait();
            abort.Cancel();
            Assert.True(caller.Join(TimeSpan.FromSeconds(20)), "the caller hangs");
            Assert.Equal(2, CountMembers());
        }
    });

    [Fact]
    public void Idle_workers_go_to_sleep_and_wake_again() => With(2, () =>
    {
        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(2, CountMembers());
            Assert.True(SpinWait.SpinUntil(() => Workers.AreAsleep, TimeSpan.FromSeconds(20)));
        }
    });

    [Fact]
    public void There_must_be_a_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => Workers.SetThreads(0));

    private static int CountMembers()
    {
        int members = 0;
        Workers.Run(Workers.Threads, _ => Interlocked.Increment(ref members));
        return members;
    }

    private static void With(int threads, Action action) =>
        KernelSettings.With(FusedRecurrent.Kernels.Simd.SimdWidth.Widest, threads, action);
}
