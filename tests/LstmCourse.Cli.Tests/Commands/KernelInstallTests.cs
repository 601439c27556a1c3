using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LstmCourse.Cli.Tests.Commands;

public sealed class KernelInstallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task What_is_installed_names_absolute_paths_and_is_removed_again()
    {
        var installed = await CourseAsync("install");
        Assert.Equal(0, installed.ExitCode);
        var folder = Path.Combine(_folder.FullName, "kernels", "lstm-course");
        Assert.Contains(folder, installed.Output, StringComparison.Ordinal);
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "kernel.json")))!;
        var arguments = spec["argv"]!.AsArray().Select(a => (string)a!).ToArray();
        Assert.True(Path.IsPathRooted(arguments[0]) && File.Exists(arguments[0]));
        Assert.Equal([KernelProcess.CourseDll, "kernel", "run", "{connection_file}"], arguments[1..]);
        Assert.Equal(
            ("C#", "message", "C# (LSTM course)"),
            ((string?)spec["language"], (string?)spec["interrupt_mode"], (string?)spec["display_name"]));

        Assert.Equal(
            ["ATEN_CPU_CAPABILITY=default", "MKL_CBWR=COMPATIBLE", "OMP_NUM_THREADS=1", "ONEDNN_MAX_CPU_ISA=SSE41"],
            spec["env"]!.AsObject().Select(variable => $"{variable.Key}={variable.Value}"));

        var alias = Path.Combine(_folder.FullName, "kernels", ".net-csharp");
        Assert.True(File.Exists(Path.Combine(alias, "kernel.json")));

        Assert.Equal(0, (await CourseAsync("uninstall")).ExitCode);
        Assert.False(Directory.Exists(folder) || Directory.Exists(alias));
        var again = await CourseAsync("uninstall");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("course: There is no kernel 'lstm-course'", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_display_name_can_be_chosen()
    {
        Assert.Equal(0, (await CourseAsync("install", "--name", "mine", "--display-name", "My \"C#\"")).ExitCode);
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "kernels", "mine", "kernel.json")))!;
        Assert.Equal("My \"C#\"", (string?)spec["display_name"]);
        Assert.Equal(["mine"], Directory.GetDirectories(Path.Combine(_folder.FullName, "kernels")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("{\"argv\": [\"dotnet\", \"interactive\"], \"display_name\": \".NET (C#)\", \"language\": \"C#\"}")]
    [InlineData("no json")]
    public async Task A_csharp_kernel_of_somebody_else_stays_as_it_is(string others)
    {
        var alias = Path.Combine(_folder.FullName, "kernels", ".net-csharp");
        Directory.CreateDirectory(alias);
        await File.WriteAllTextAsync(Path.Combine(alias, "kernel.json"), others);
        var installed = await CourseAsync("install");
        Assert.Equal(0, installed.ExitCode);
        Assert.Contains(".net-csharp belongs to another kernel", installed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CourseAsync("uninstall")).ExitCode);
        Assert.Equal(others, await File.ReadAllTextAsync(Path.Combine(alias, "kernel.json")));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a b")]
    [InlineData("..")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        var result = await CourseAsync("install", "--name", name);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Expected a name of letters", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "kernels")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<ProcessResult> CourseAsync(string verb, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [KernelProcess.CourseDll, "kernel", verb, .. arguments]);
        start.Environment["JUPYTER_DATA_DIR"] = _folder.FullName;
        return CourseProcess.StartAsync(start);
    }
}
