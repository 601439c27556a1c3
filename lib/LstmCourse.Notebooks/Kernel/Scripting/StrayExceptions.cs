using System.Diagnostics;
using System.Runtime.ExceptionServices;
using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Tells the learner of exceptions that no cell can catch any more, and keeps the process alive: the variables are worth more.
/// </summary>
internal static class StrayExceptions
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(100), MostTime = TimeSpan.FromSeconds(1);

    public static void Report()
    {
        ExceptionHandling.SetUnhandledExceptionHandler(exception =>
        {
            // Where memory has run out, threads of the kernel itself fail too, and a kernel without them would hang: the process shall end.
            if (exception is OutOfMemoryException) return false;
            Tell("An exception on a thread of this cell was not caught.", exception);
            return true;
        });
        TaskScheduler.UnobservedTaskException += (_, e) =>
        {
            e.SetObserved();
            foreach (var exception in e.Exception.InnerExceptions) Tell("A task failed, and nobody awaited it.", exception);
        };
    }

    /// <summary>
    /// Lets what cells have begun and left come to light: what threads and the pool are about to do, and failed tasks that nobody holds.
    /// </summary>
    public static void Settle()
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < MostTime)
        {
            if (elapsed > LeastTime && ThreadPool.PendingWorkItemCount == 0 && CellSynchronizationContext.Unfinished == 0) break;
            Thread.Sleep(5);
        }

        // A task says that nobody asked for its exception when it is collected.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void Tell(string what, Exception exception)
    {
        // What stops a cell may hit a thread that was left behind, long after that was told.
        if (exception is CellInterruptedException or ThreadAbortException or ThreadInterruptedException) return;
        var error = ExceptionReport.Of(exception);
        CellOf(exception)?.Buffer.Fail(error with { Traceback = [what, .. error.Traceback] });
    }

    // The thread knows its cell, unless it is none of the cell's, such as the one that collects tasks; then the exception's own way tells.
    private static RunningCell? CellOf(Exception exception)
    {
        if (RunningCell.Current is not { } current) return null;
        if (RunningCell.IsCurrentCertain) return current;
        var number = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Select(f => SourceNames.CellNumber(f.GetFileName()))
            .FirstOrDefault(n => n is not null);
        return (number is { } found ? current.Find(found) : null) ?? current;
    }
}
