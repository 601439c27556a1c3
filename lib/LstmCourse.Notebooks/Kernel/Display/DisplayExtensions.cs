namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>Displays a value at the end of an expression.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell, now.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeType">For text that is written in this MIME type; otherwise the value's own form.</param>
    /// <returns>What can be updated later.</returns>
    public static DisplayedValue Display(this object? value, string? mimeType = null) => NotebookHelpers.display(value, mimeType);
}
