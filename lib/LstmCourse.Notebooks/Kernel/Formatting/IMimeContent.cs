namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>Content that is already written in its MIME type.</summary>
internal interface IMimeContent
{
    string MimeType { get; }

    string Content { get; }

    /// <summary>What is shown where the MIME type is not understood.</summary>
    string PlainText { get; }
}
