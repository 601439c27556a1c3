namespace LstmCourse.Display;

/// <summary>Writes a value of type <typeparamref name="T"/> as one MIME type.</summary>
/// <param name="mimeType">What the text is.</param>
/// <param name="write">Gives the text.</param>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> write)
{
    /// <summary>What <see cref="Format"/> writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes <paramref name="instance"/>; false if it is of another type, so that the caller can try the next
    /// formatter.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(write(value));
        return true;
    }
}
