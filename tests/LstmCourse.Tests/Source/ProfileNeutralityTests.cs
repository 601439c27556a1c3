using System.Text.Json;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Source;

/// <summary>The course's own source is the same in both profiles; only project files tell them apart.</summary>
public sealed class ProfileNeutralityTests
{
    private static readonly string[] Directives = ["#if", "#elif", "#define"];

    private static readonly string[] Libraries = ["TorchSharp.Portable", "Plotly.NET.Portable", "Microsoft.Data.Analysis.Portable"];

    [Fact]
    public void No_source_is_compiled_in_one_profile_only()
    {
        var sources = SourcesBelow("lib", "tests", "bench").Where(file => Path.GetFileName(file) != $"{nameof(ProfileNeutralityTests)}.cs").ToList();
        Assert.True(sources.Count > 500);
        Assert.DoesNotContain(sources.SelectMany(Lines), line => Directives.Any(directive => line.Text.TrimStart().StartsWith(directive, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_library_and_the_second_engine_do_not_know_the_profiles()
    {
        var sources = SourcesBelow("lib/LstmCourse", "lib/LstmCourse.DotNetInteractive").ToList();
        Assert.True(sources.Count > 150);
        Assert.DoesNotContain(sources.SelectMany(Lines), line => line.Text.Contains("Portable", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kernel_and_the_runner_name_no_library_of_a_profile() =>
        Assert.DoesNotContain(SourcesBelow("lib/LstmCourse.Notebooks").SelectMany(Lines), line => Libraries.Any(library => line.Text.Contains(library, StringComparison.Ordinal)));

    [Fact]
    public void The_notebooks_do_not_know_the_profiles()
    {
        var notebooks = Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb", SearchOption.AllDirectories);
        Assert.NotEmpty(notebooks);
        foreach (var notebook in notebooks)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(notebook));
            var code = json.RootElement.GetProperty("cells").EnumerateArray()
                .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
                .Select(cell => cell.GetProperty("source"))
                .SelectMany(source => source.ValueKind == JsonValueKind.Array ? source.EnumerateArray().Select(line => line.GetString()!) : source.GetString()!.Split('\n'));
            Assert.DoesNotContain(code, line => line.Contains("Portable", StringComparison.Ordinal) || line.TrimStart().StartsWith("#if", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> SourcesBelow(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder.Split('/')), "*.cs", SearchOption.AllDirectories));

    private static IEnumerable<(string File, int Number, string Text)> Lines(string file) => File.ReadLines(file).Select((text, i) => (file, i + 1, text));
}
