using LstmCourse.Cli.Running;

namespace LstmCourse.Cli.Tests.Running;

public sealed class KernelsTests : IDisposable
{
    private readonly CourseFolders _folders = new(Directory.CreateTempSubdirectory("course kernels ").FullName);

    [Fact]
    public void The_second_engine_is_found_once_it_is_published_and_until_then_it_is_said_how_to_get_it()
    {
        var e = Assert.Throws<CommandException>(() => Kernels.Find("dotnet-interactive", _folders));
        Assert.Equal("The kernel 'dotnet-interactive' comes with the official profile: ./course setup --profile official", e.Message);
        Directory.CreateDirectory(_folders.Engine);
        File.WriteAllText(Path.Combine(_folders.Engine, "LstmCourse.DotNetInteractive.dll"), "");
        Assert.Equal("dotnet-interactive", Kernels.Find("dotnet-interactive", _folders).Name);
    }

    public void Dispose() => Directory.Delete(_folders.Root, recursive: true);
}
