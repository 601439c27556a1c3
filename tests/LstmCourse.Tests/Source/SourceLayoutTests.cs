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
            var expected = Relative(Path.GetDirectoryName(path)!)["lib/".Length..].Replace('/', '.');
            var found = NamespaceLine().Match(File.ReadAllText(path));
            var actual = found.Groups[1].Value;

            // A package's users see one namespace, whatever folder the file is in.
            var isRoot = !expected.StartsWith("LstmCourse", StringComparison.Ordinal) && actual == expected.Split('.')[0];
            return found.Success && actual != expected && !isRoot ? [$"{Relative(path)} is in {actual}"] : (string[])[];
        });

        Assert.Empty(astray);
    }

    [Fact]
    public void No_two_namespaces_of_the_libraries_use_each_other()
    {
        var uses = Files.Where(path => Relative(path).StartsWith("lib/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .SelectMany(text => UsingLine().Matches(text)
                .Select(use => (From: NamespaceLine().Match(text).Groups[1].Value, To: use.Groups[1].Value)))
            .Where(use => use.From != use.To && use.From.Length > 0)
            .ToHashSet();

        Assert.DoesNotContain(uses, use => string.CompareOrdinal(use.From, use.To) < 0 && uses.Contains((use.To, use.From)));
    }

    // A test's data, a notebook or a program in one string, is not cut.
    private static int ColumnsOf(string path, string line) =>
        line.Length > LongestLine && Relative(path).StartsWith("tests/", StringComparison.Ordinal)
            ? Quoted().Replace(line, "").Length
            : line.Length;

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex Ignored();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?((?:LstmCourse|FusedRecurrent|PlotlySvg)[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
