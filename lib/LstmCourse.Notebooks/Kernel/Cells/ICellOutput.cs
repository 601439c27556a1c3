using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>Where the outputs of one cell go. Called from any thread, one call at a time.</summary>
internal interface ICellOutput
{
    /// <summary>Text on <c>stdout</c> or <c>stderr</c>.</summary>
    void WriteStream(string name, string text);

    /// <summary>A value, under an id by which it can be updated.</summary>
    void Display(MimeBundle data, string displayId);

    /// <summary>New content for a value displayed earlier, in this cell or another.</summary>
    void Update(string displayId, MimeBundle data);

    /// <summary>Removes the cell's outputs so far, at once or when the next one arrives.</summary>
    void Clear(bool wait);

    /// <summary>An exception that came when nobody could catch it any more.</summary>
    void Fail(ErrorOutput error);

    /// <summary>Holds a producer of much output back until the readers keep up.</summary>
    void WaitForReaders();

    /// <summary>Asks the person for a line.</summary>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    string ReadLine(string prompt, bool isPassword, CancellationToken cancellationToken);
}
