using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>Tells which language a notebook is written in.</summary>
public static class NotebookLanguage
{
    /// <summary>Lets notebooks pass that are written in a kernel's language or do not say in which.</summary>
    /// <param name="file">The notebook.</param>
    /// <param name="language">The kernel's language, such as <c>C#</c> or <c>python</c>.</param>
    /// <exception cref="NotebookFormatException">The notebook is written in another language.</exception>
    public static void Require(NotebookFile file, string language)
    {
        if (Of(file.Notebook) is not { } own || Normal(own) == Normal(language)) return;
        throw new NotebookFormatException(
            $"{file.DisplayName} is written in {own}; expected a notebook in {language}. Leave it out, or name its kernel: --kernel NAME");
    }

    /// <summary>The language as the notebook's kernelspec names it, or its kernel's own information; null if neither says.</summary>
    public static string? Of(Notebook notebook)
    {
        var spec = notebook.Metadata["kernelspec"] as JsonObject;
        return Text(spec, "language") ?? Text(notebook.Metadata["language_info"] as JsonObject, "name") ?? KnownByName(Text(spec, "name"));
    }

    private static string? KnownByName(string? kernel) => kernel is null ? null
        : kernel.StartsWith("python", StringComparison.OrdinalIgnoreCase) ? "python"
        : kernel is "ir" ? "R"
        : kernel is ".net-fsharp" ? "F#"
        : kernel is ".net-powershell" ? "PowerShell"
        : null;

    private static string? Text(JsonObject? owner, string name) =>
        owner?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    // C# has had several names; a notebook of Polyglot Notebooks says so of all its languages.
    private static string Normal(string language) =>
        language.ToUpperInvariant() is "C#" or "CSHARP" or "POLYGLOT-NOTEBOOK" or ".NET" ? "C#" : language.ToUpperInvariant();
}
