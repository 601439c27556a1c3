namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>Displays a value at the end of an expression.</summary>
public static class DisplayExtensions
{
    // Generic, so that it comes before the method of .NET Interactive's formatting library, which is there too.

    /// <summary>Shows the value below the cell, now.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">For text that is written in these MIME types; without any, the value's own form.</param>
    /// <returns>What can be updated later.</returns>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => NotebookHelpers.display(value, mimeTypes);
}
