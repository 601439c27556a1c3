using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Tests.Kernel.Assistance;

/// <summary>Takes a cell's outputs and keeps none.</summary>
internal sealed class SilentOutput : ICellOutput
{
    public void WriteStream(string name, string text)
    {
    }

    public void Display(MimeBundle data, string displayId)
    {
    }

    public void Update(string displayId, MimeBundle data)
    {
    }

    public void Clear(bool wait)
    {
    }

    public void Fail(ErrorOutput error)
    {
    }

    public void WaitForReaders()
    {
    }

    public string ReadLine(string prompt, bool isPassword, CancellationToken cancellationToken) => "";
}
