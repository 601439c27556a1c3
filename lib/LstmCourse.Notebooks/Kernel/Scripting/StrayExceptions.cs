using System.Runtime.ExceptionServices;
using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>Tells the learner of exceptions that no cell can catch any more, and keeps the process alive: the variables are worth more.</summary>
internal static class StrayExceptions
{
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

    private static void Tell(string what, Exception exception)
    {
        if (exception is CellInterruptedException) return;
        var lines = ExceptionReport.Of(exception).Traceback;
        RunningCell.Current?.Buffer.Write("stderr", $"{what}\n{string.Join('\n', lines)}\n");
    }
}
