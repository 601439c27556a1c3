using System.Text.Json;
using LstmCourse.Cli.Commands;
using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests.Editors;

/// <summary>What VS Code and dev containers read from the repository.</summary>
public sealed class EditorFilesTests
{
    private const string DeprecatedExtension = "ms-dotnettools.dotnet-interactive-vscode";

    [Fact]
    public void The_container_runs_commands_that_exist()
    {
        var commands = Read(".devcontainer/devcontainer.json").GetProperty("postCreateCommand").GetString()!.Split(" && ");
        Assert.Equal(["./course setup", "./course kernel install"], commands);
        Assert.All(commands, AssertParses);
    }

    [Fact]
    public void The_container_has_the_SDK_that_the_repository_asks_for()
    {
        var image = Read(".devcontainer/devcontainer.json").GetProperty("image").GetString()!;
        var version = Version.Parse(Read("global.json").GetProperty("sdk").GetProperty("version").GetString()!);
        Assert.StartsWith($"mcr.microsoft.com/devcontainers/dotnet:{version.ToString(2)}-", image, StringComparison.Ordinal);
    }

    [Fact]
    public void The_container_is_one_that_libtorch_is_made_for() =>
        Assert.Equal(["--platform=linux/amd64"], Texts(Read(".devcontainer/devcontainer.json").GetProperty("runArgs")));

    [Fact]
    public void The_container_opens_files_that_exist() => Assert.All(
        Texts(Read(".devcontainer/devcontainer.json").GetProperty("customizations").GetProperty("codespaces").GetProperty("openFiles")),
        file => Assert.True(File.Exists(Repository.PathOf(file)), file));

    [Fact]
    public void The_container_installs_what_the_folder_recommends_and_nothing_deprecated()
    {
        var recommendations = Read(".vscode/extensions.json");
        var recommended = Texts(recommendations.GetProperty("recommendations"));
        Assert.Equal(
            recommended,
            Texts(Read(".devcontainer/devcontainer.json").GetProperty("customizations").GetProperty("vscode").GetProperty("extensions")));
        Assert.Contains("ms-toolsai.jupyter", recommended);
        Assert.Equal([DeprecatedExtension], Texts(recommendations.GetProperty("unwantedRecommendations")));
        Assert.DoesNotContain(DeprecatedExtension, recommended);
    }

    [Fact]
    public void The_settings_name_a_solution_that_exists_and_run_notebooks_in_their_own_folder()
    {
        var settings = Read(".vscode/settings.json");
        Assert.True(File.Exists(Repository.PathOf(settings.GetProperty("dotnet.defaultSolution").GetString()!)));
        // The first cell loads a file beside the notebooks' folder.
        Assert.Equal("${fileDirname}", settings.GetProperty("jupyter.notebookFileRoot").GetString());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/opening-the-course.md")]
    public void The_pages_show_commands_that_exist(string page)
    {
        var commands = File.ReadLines(Repository.PathOf(page)).Select(line => line.Trim()).Where(
            line => line.StartsWith("./course ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(commands);
        Assert.All(commands, AssertParses);
    }

    private static void AssertParses(string command)
    {
        var words = command.Split(' ');
        Assert.True(File.Exists(Repository.PathOf(words[0])), command);
        Assert.Empty(CommandLine.CreateRoot().Parse(words[1..]).Errors.Select(error => $"{command}: {error.Message}"));
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file))).RootElement;

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
