using System.Text.Json.Nodes;
using LstmCourse.Cli.Tests.Setup;

namespace LstmCourse.Cli.Tests.Running;

/// <summary>The command from end to end: real notebooks, real kernels.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course run é ").FullName;

    [Fact]
    public async Task An_updated_notebook_passes_its_check_twice_and_fails_after_a_number_was_changed()
    {
        Write(
            "fine.ipynb",
            "var c = 0.74;\nConsole.WriteLine($\"c = {c:F4}\");",
            "c * 2",
            "throw new InvalidOperationException(\"meant\");|raises-exception");

        var first = await RunAsync("fine.ipynb", "--update");
        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        Assert.Contains("updated", first.Output, StringComparison.Ordinal);
        Assert.Equal("1.48", (string?)Cells("fine.ipynb")[1]!["outputs"]![0]!["data"]!["text/plain"]![0]);
        Assert.Equal("InvalidOperationException", (string?)Cells("fine.ipynb")[2]!["outputs"]![0]!["ename"]);
        for (var i = 0; i < 2; i++)
        {
            var again = await RunAsync("fine.ipynb", "--check");
            Assert.True(again.ExitCode == 0, again.Output + again.Error);
            Assert.EndsWith("1 passed, 0 failed\n", again.Output, StringComparison.Ordinal);
        }

        WriteText("fine.ipynb", File.ReadAllText(PathOf("fine.ipynb")).Replace("c = 0.7400", "c = 0.7500", StringComparison.Ordinal));
        var changed = await RunAsync("fine.ipynb", "--check");
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains(
            "fine.ipynb, cell 1, output 1 (stdout, line 1) differs:\n  - c = 0.7500\n  + c = 0.7400\n",
            changed.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed\n", changed.Output, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_full_disk_under_the_executed_copies_is_named_with_the_way_out()
    {
        Write("fine.ipynb", "1 + 1");
        using var disk = new SmallDisk(PathOf("out"), megabytes: 1);
        await File.WriteAllBytesAsync(Path.Combine(PathOf("out"), "filling"), new byte[1 << 20]);

        var result = await RunAsync("fine.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"course: there is no room left on the disk of {PathOf("out")}", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("; make room, then run the command again\n", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_cell_that_hangs_is_ended_and_the_next_notebook_runs()
    {
        Write("a-hang.ipynb", "Console.WriteLine(\"before\");\nwhile (true) { }", "1");
        Write("b-fine.ipynb", "1 + 1");

        var result = await RunAsync(".", "--timeout", "10", "--json");

        Assert.Equal(1, result.ExitCode);
        var notebooks = JsonNode.Parse(result.Output)!["notebooks"]!.AsArray();
        Assert.Equal(["TimedOut", "Passed"], notebooks.Select(notebook => (string?)notebook!["outcome"]));
        Assert.Contains("a-hang.ipynb, cell 1: it ran longer than 10 s", (string)notebooks[0]!["problems"]![0]!, StringComparison.Ordinal);
        Assert.Equal("before\n", (string?)Cells(Path.Combine("out", "notebooks", "a-hang.ipynb"))[0]!["outputs"]![0]!["text"]![0]);
    }

    [Fact]
    public async Task Deaths_and_errors_are_reported_and_the_next_notebook_runs()
    {
        Write("a-exit.ipynb", "Environment.Exit(3);", "1");
        Write("b-crash.ipynb", "Environment.FailFast(\"boom\");", "1");
        Write("c-compile.ipynb", "var fine = 1;\nint wrong = \"text\";", "1");
        Write("d-fine.ipynb", "1 + 1");

        var result = await RunAsync(".", "--json");

        Assert.Equal(1, result.ExitCode);
        var notebooks = JsonNode.Parse(result.Output)!["notebooks"]!.AsArray();
        Assert.Equal(["KernelDied", "KernelDied", "Failed", "Passed"], notebooks.Select(notebook => (string?)notebook!["outcome"]));
        string Problem(int i) => (string)notebooks[i]!["problems"]![0]!;
        Assert.Contains("a-exit.ipynb, cell 1: the kernel's process ended with exit code 3", Problem(0), StringComparison.Ordinal);
        Assert.Contains("b-crash.ipynb, cell 1: the kernel's process ended", Problem(1), StringComparison.Ordinal);
        Assert.Contains("c-compile.ipynb, cell 1: CompilationError: cell 1, line 2: error CS0029", Problem(2), StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf(Path.Combine("out", "report.json"))));
        Assert.True(File.Exists(PathOf(Path.Combine("out", "report.xml"))));
    }

    [Theory]
    [InlineData("lstm-course")]
    [InlineData("dotnet-interactive")]
    public async Task The_first_cell_of_the_course_loads_each_library_once(string kernel)
    {
        var script = Path.Combine(CourseFolders.Find().Artifacts, "course.csx").Replace('\\', '/');
        Write(
            "library.ipynb",
            $"#load \"{script}\"\nusing LstmCourse;",
            // The chart's library and what it stands on ask for FSharp.Core in two versions.
            "var line = Plotly.NET.CSharp.Chart.Line<int, int, string>(new[] { 1, 2 }, new[] { 3, 4 });\n"
                + "Plotly.NET.GenericChart.toFigureJson(line).Length > 0",
            "TorchSharp.torch.ones(3).sum().item<float>()",
            """
            string.Join(", ", AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && a.Location.Length > 0)
                .GroupBy(a => a.GetName().Name).Where(copies => copies.Count() > 1).Select(copies => copies.Key))
            """);
        var result = await RunAsync("library.ipynb", "--kernel", kernel);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var results = Cells(Path.Combine("out", "notebooks", "library.ipynb")).Skip(1)
            .Select(cell => string.Concat(cell!["outputs"]![0]!["data"]!["text/plain"]!.AsArray().Select(line => (string?)line)));
        Assert.Equal(["True", "3", ""], results);
    }

    [Theory]
    [InlineData("lstm-course")]
    [InlineData("dotnet-interactive")]
    public async Task Kernels_that_run_side_by_side_share_the_processors(string kernel)
    {
        Write("share.ipynb", "Environment.ProcessorCount == 1");
        var result = await RunAsync("share.ipynb", "--kernel", kernel, "--parallel", $"{Environment.ProcessorCount + 1}");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var shown = Cells(Path.Combine("out", "notebooks", "share.ipynb"))[0]!["outputs"]![0]!["data"]!["text/plain"]![0];
        Assert.Equal("True", (string?)shown);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        Write("fine.ipynb", "1");
        File.WriteAllText(PathOf("file"), "");
        var result = await CourseProcess.RunInAsync(_folder, "run", "fine.ipynb", "--out", "file");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("course: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(PathOf("file"), result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ProcessResult> RunAsync(params string[] arguments) =>
        CourseProcess.RunInAsync(_folder, ["run", .. arguments, "--out", "out"]);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private JsonArray Cells(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)))!["cells"]!.AsArray();

    /// <summary>Writes a notebook of code cells; a tag may follow a cell's code after a bar.</summary>
    private void Write(string name, params string[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(cell => cell.Split('|')).Select(parts => new JsonObject
            {
                ["cell_type"] = "code",
                ["metadata"] = parts.Length > 1 ? new JsonObject { ["tags"] = new JsonArray(parts[1]) } : [],
                ["source"] = parts[0],
                ["execution_count"] = null,
                ["outputs"] = new JsonArray(),
            })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        WriteText(name, json.ToJsonString());
    }

    private void WriteText(string name, string content) => File.WriteAllText(PathOf(name), content);
}
