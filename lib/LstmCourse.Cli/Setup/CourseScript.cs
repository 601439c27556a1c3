using System.Text;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Cli.Setup;

/// <summary>Writes <c>artifacts/course.csx</c>, which every notebook's first cell loads.</summary>
internal static class CourseScript
{
    // What cells name, the course's own first; then what the signatures of these speak of, which the compiler wants.
    private static readonly string[] Libraries =
    [
        "LstmCourse", "FusedRecurrent", "TorchSharp", "Plotly.NET", "Plotly.NET.CSharp",
        "Microsoft.Data.Analysis", "FSharp.Core", "DynamicObj", "Microsoft.ML.DataView",
    ];

    /// <summary>
    /// The script: one reference for each library, relative to the script; a context that keeps each library single; the calls that make
    /// the library ready. It holds no <c>using</c>; C# scripting does not hand those of a loaded script on to the cell that loads it.
    /// </summary>
    /// <param name="library">The folder of the published library.</param>
    public static string Text(string library) => new StringBuilder()
        .Append("// Written by `course setup`. Every notebook's first cell loads it.\n#nullable disable\n")
        .AppendJoin("", References(library).Select(name => $"#r \"{Path.GetFileName(library)}/{name}.dll\"\n"))
        .Append(Context)
        .Append("\nFusedRecurrent.TorchRuntime.LoadWithTorchSharp();\nLstmCourse.NotebookDisplay.Register();\n")
        .ToString();

    /// <summary>Writes the script beside the folder of the published library.</summary>
    public static void Write(string path, string library) => AtomicFile.WriteAllBytes(path, Encoding.UTF8.GetBytes(Text(library)));

    private static IEnumerable<string> References(string library) =>
        Libraries.Where(name => File.Exists(Path.Combine(library, name + ".dll")));

    private static string Context { get; } = ReadContext();

    private static string ReadContext()
    {
        using var reader = new StreamReader(typeof(CourseScript).Assembly.GetManifestResourceStream("CourseContext.csx")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
