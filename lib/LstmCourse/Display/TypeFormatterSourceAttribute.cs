namespace LstmCourse.Display;

/// <summary>
/// Says which class writes a value for display. Notebook kernels look for an attribute of this name, whatever assembly
/// it comes from, so that a library can be shown without a reference to the kernel.
/// </summary>
/// <param name="formatterSourceType">A class with a public constructor without parameters and a method
/// <c>IEnumerable&lt;object&gt; CreateTypeFormatters()</c>; each object has <c>string MimeType</c> and
/// <c>bool Format(object, TextWriter)</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class whose <c>CreateTypeFormatters()</c> gives one formatter for each MIME type.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types of one display, richest first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
