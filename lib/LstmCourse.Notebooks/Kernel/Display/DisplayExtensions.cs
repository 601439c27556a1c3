namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>Displays a value at the end of an expression.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell, now.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">For text that is written in these MIME types; without any, the value's own form.</param>
    /// <returns>What can be updated later.</returns>
    // Generic, so that it is a better match than .NET Interactive's method for objects of the same name, where a cell sees both.
    public static DisplayedValue Display<T>(this T? value, params string[] mimeTypes) => NotebookHelpers.display(value, mimeTypes);

    /// <summary>Shows text that is written in a MIME type.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Such as <c>text/html</c>.</param>
    /// <returns>What can be updated later.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => NotebookHelpers.display(value, mimeType);

    /// <summary>Shows a sequence of objects as a table.</summary>
    /// <param name="rows">The objects.</param>
    /// <returns>What can be updated later.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> rows) => NotebookHelpers.display(rows);
}
