using System.Text.RegularExpressions;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Source;

/// <summary>What the formatter cannot see about how the code is laid out.</summary>
public sealed partial class SourceLayoutTests
{
    private const int LongestLine = 140;

    private static readonly string[] Roots = ["lib", "tests", "bench", "tools"];

    private static IEnumerable<string> Files => Roots
        .Select(root => Repository.PathOf(root))
        .Where(Directory.Exists)
        .SelectMany(root => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        .Where(path => !Ignored().IsMatch(path));

    [Fact]
    public void Lines_end_before_column_140()
    {
        var longer = Files.SelectMany(path => File.ReadLines(path)
            .Select((line, i) => (Place: $"{Relative(path)}:{i + 1}", Length: ColumnsOf(path, line)))
            .Where(line => line.Length > LongestLine)
            .Select(line => $"{line.Place} has {line.Length} columns"));

        Assert.Empty(longer);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var astray = Files.Where(path => Relative(path).StartsWith("lib/", StringComparison.Ordinal)).SelectMany(path =>
        {
            var expected = Folder(path);
            var found = NamespaceLine().Match(File.ReadAllText(path));
            var actual = found.Groups[1].Value;

            // A package's users see one namespace, whatever folder the file is in.
            var isRoot = !expected.StartsWith("LstmCourse", StringComparison.Ordinal) && actual == expected.Split('.')[0];
            return found.Success && actual != expected && !isRoot ? [$"{Relative(path)} is in {actual}"] : (string[])[];
        });

        Assert.Empty(astray);
    }

    [Fact]
    public void No_folder_of_a_library_uses_itself_by_way_of_others()
    {
        var libraries = Files.Where(path => Relative(path).StartsWith("lib/", StringComparison.Ordinal))
            .GroupBy(path => Relative(path).Split('/')[1]);

        Assert.Empty(libraries.SelectMany(library => FolderUse.InCircles(
            FolderUse.Of(library.Select(path => (Folder(path), File.ReadAllText(path)))))));
    }

    [Fact]
    public void Circles_of_folders_are_found_with_and_without_a_using_line()
    {
        var circle = FolderUse.InCircles(FolderUse.Of(
        [
            ("A", "using A.B; namespace A; class Outer { void Use() => Inner.Call(); }"),
            ("A.B", "using A.B.C; namespace A.B; static class Inner { public static void Call() => Deep.Call(); }"),
            ("A.B.C", "namespace A.B.C; static class Deep { public static void Call() => new Outer().ToString(); }"),
            ("A.D", "namespace A.D; class Aside { Outer? _outer; }"),
        ]));

        Assert.Equal([new("A", "A.B"), new("A.B", "A.B.C"), new("A.B.C", "A")], circle);
    }

    // A test's data, a notebook or a program in one string, is not cut.
    private static int ColumnsOf(string path, string line) =>
        line.Length > LongestLine && Relative(path).StartsWith("tests/", StringComparison.Ordinal)
            ? Quoted().Replace(line, "").Length
            : line.Length;

    private static string Folder(string path) => Relative(Path.GetDirectoryName(path)!)["lib/".Length..].Replace('/', '.');

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex Ignored();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
