using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Running;

/// <summary>Shows nothing.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public void Started(NotebookFile file)
    {
    }

    public void CellStarting(NotebookFile file, CodeCell cell)
    {
    }

    public void Finished(NotebookResult result)
    {
    }
}
