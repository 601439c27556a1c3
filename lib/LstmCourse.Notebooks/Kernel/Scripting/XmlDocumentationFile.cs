using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// The XML documentation file beside a library. It is searched anew for each question, which takes a millisecond or two,
/// since keeping the documentation of .NET in memory would take more than all else in the kernel.
/// </summary>
internal sealed class XmlDocumentationFile(string path) : DocumentationProvider
{
    private static readonly byte[] MemberEnd = "</member>"u8.ToArray();

    private readonly string _path = path;

    /// <summary>The documentation of a library, or null if it has no such file.</summary>
    public static XmlDocumentationFile? Beside(string library)
    {
        var documentation = Path.ChangeExtension(library, ".xml");
        return File.Exists(documentation) ? new XmlDocumentationFile(documentation) : null;
    }

    public override bool Equals(object? obj) => obj is XmlDocumentationFile other && other._path == _path;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_path);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture,
        CancellationToken cancellationToken = default)
    {
        try
        {
            ReadOnlySpan<byte> all = File.ReadAllBytes(_path);
            var start = all.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{documentationMemberID}\">"));
            if (start < 0) return "";
            var length = all[start..].IndexOf(MemberEnd);
            return length < 0 ? "" : Encoding.UTF8.GetString(all.Slice(start, length + MemberEnd.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
