using System.Text.Json;
using System.Text.RegularExpressions;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Notebooks;

/// <summary>A notebook of the course as it is committed, with its outputs.</summary>
internal sealed record CourseNotebook(string Path, JsonElement Root)
{
    public static string Folder { get; } = Repository.PathOf("notebooks");

    /// <summary>The lessons, in order.</summary>
    public static string[] Lessons { get; } = Names(Folder);

    /// <summary>The solutions, in order.</summary>
    public static string[] Solutions { get; } = Names(System.IO.Path.Combine(Folder, "solutions"));

    public IReadOnlyList<NotebookCell> Cells { get; } = [.. Root.GetProperty("cells").EnumerateArray()
        .Select(cell => new NotebookCell(cell))];

    public static CourseNotebook Lesson(string name) => Read(System.IO.Path.Combine(Folder, name));

    public static CourseNotebook Solution(string name) => Read(System.IO.Path.Combine(Folder, "solutions", name));

    /// <summary>The lines that the exercise checks printed.</summary>
    public string[] Verdicts() =>
    [
        .. Cells.Where(cell => cell.IsCheck).SelectMany(cell => cell.Printed)
            .Where(line => line.StartsWith("ok  ", StringComparison.Ordinal) || line.StartsWith("not yet  ", StringComparison.Ordinal)),
    ];

    private static CourseNotebook Read(string path) => new(path, JsonDocument.Parse(File.ReadAllText(path)).RootElement);

    private static string[] Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Select(path => System.IO.Path.GetFileName(path))
            .Order(StringComparer.Ordinal)] : [];
}

/// <summary>A cell of a notebook.</summary>
internal sealed partial record NotebookCell(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public bool IsCode => Json.GetProperty("cell_type").GetString() == "code";

    public string Source => Text(Json.GetProperty("source"));

    public string[] Lines => Source.Split('\n');

    /// <summary>Whether the cell checks an exercise.</summary>
    public bool IsCheck => IsCode && CheckCall().IsMatch(Source);

    public IEnumerable<JsonElement> Outputs => Json.GetProperty("outputs").EnumerateArray();

    /// <summary>What the cell wrote to the console, line by line.</summary>
    public IEnumerable<string> Printed => Outputs
        .Where(output => output.GetProperty("output_type").GetString() == "stream")
        .SelectMany(output => Text(output.GetProperty("text")).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static string Text(JsonElement lines) =>
        lines.ValueKind == JsonValueKind.String ? lines.GetString()!
            : string.Concat(lines.EnumerateArray().Select(line => line.GetString()));

    [GeneratedRegex(@"\bCheck\.(Close|Equal|That|AtLeast|AtMost)\(")]
    private static partial Regex CheckCall();
}
