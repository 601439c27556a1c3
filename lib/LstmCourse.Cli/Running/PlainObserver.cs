using System.Collections.Immutable;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Running;

/// <summary>Writes a line when a notebook is done, followed by what is wrong with it: for log files and pipes.</summary>
internal sealed class PlainObserver(ImmutableArray<NotebookFile> files) : IRunObserver
{
    private readonly Lock _gate = new();
    private int _done;

    public void Started(NotebookFile file)
    {
    }

    public void CellStarting(NotebookFile file, CodeCell cell)
    {
    }

    public void Finished(NotebookResult result)
    {
        lock (_gate)
        {
            Console.Out.WriteLine(
                $"[{++_done}/{files.Length}] {result.File.DisplayName}: {RunTable.Describe(result)}, "
                    + $"{RunTable.Seconds(result.Run.Elapsed)}");
            foreach (var problem in result.Problems()) Console.Out.WriteLine(problem);
        }
    }
}
