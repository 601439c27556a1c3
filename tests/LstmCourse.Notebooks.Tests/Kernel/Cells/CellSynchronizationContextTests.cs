using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Tests.Kernel.Cells;

public sealed class CellSynchronizationContextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_thread_that_is_woken_from_its_waits_posts_all_the_same()
    {
        // The context's timer may still look at these when the test is over.
        var isLocked = new ManualResetEventSlim();
        var release = new ManualResetEventSlim();
        var context = new CellSynchronizationContext(() =>
        {
            isLocked.Set();
            release.Wait(Patience);
            return Thread.CurrentThread;
        });
        var posted = new CountdownEvent(2);
        var first = new Thread(() => context.Post(_ => posted.Signal(), null));
        first.Start();
        Assert.True(isLocked.Wait(Patience));
        Exception? failure = null;
        var second = new Thread(() =>
        {
            try
            {
                context.Post(_ => posted.Signal(), null);
            }
            catch (ThreadInterruptedException e)
            {
                failure = e;
            }
        });
        second.Start();
        Assert.True(SpinWait.SpinUntil(() => (second.ThreadState & ThreadState.WaitSleepJoin) != 0, Patience));
        second.Interrupt();
        // Either it has given up, or it waits again.
        release.Set();
        Assert.True(first.Join(Patience) && second.Join(Patience));
        Assert.Null(failure);
        context.Detach();
        Assert.True(posted.Wait(Patience));
    }
}
