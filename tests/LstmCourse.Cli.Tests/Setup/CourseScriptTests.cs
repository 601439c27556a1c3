using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class CourseScriptTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("course library ").FullName;

    [Fact]
    public void The_script_refers_to_the_libraries_that_are_there_relative_to_itself_and_makes_libtorch_and_displays_ready()
    {
        foreach (var name in new[] { "TorchSharp", "LstmCourse", "FSharp.Core", "CsvHelper" }) File.WriteAllText(
            Path.Combine(_library, name + ".dll"), "");
        var lines = CourseScript.Text(_library).TrimEnd().Split('\n');
        Assert.StartsWith("//", lines[0], StringComparison.Ordinal);
        var folder = Path.GetFileName(_library);
        Assert.Equal(
            [$"#r \"{folder}/LstmCourse.dll\"", $"#r \"{folder}/TorchSharp.dll\"", $"#r \"{folder}/FSharp.Core.dll\""],
            lines.Where(line => line.StartsWith("#r", StringComparison.Ordinal)));
        Assert.Equal(["FusedRecurrent.TorchRuntime.LoadWithTorchSharp();", "LstmCourse.NotebookDisplay.Register();"], lines[^2..]);
    }

    public void Dispose() => Directory.Delete(_library, recursive: true);
}
