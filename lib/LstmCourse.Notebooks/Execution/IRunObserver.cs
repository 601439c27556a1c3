using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>Is told how a run goes on. Calls may come from several threads when notebooks run in parallel.</summary>
public interface IRunObserver
{
    /// <summary>A notebook's kernel is being started.</summary>
    void Started(NotebookFile file);

    /// <summary>A cell is about to be executed.</summary>
    void CellStarting(NotebookFile file, CodeCell cell);

    /// <summary>A notebook is done.</summary>
    void Finished(NotebookResult result);
}
