namespace TorchSharp.Printing;

/// <summary>
/// Names the type that says how notebooks show a value. Notebook kernels find it by its name and that of its property, so neither they nor
/// this assembly need a reference to the other.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to show, best first.</summary>
    public string[] PreferredMimeTypes { get; init; } = [];
}
