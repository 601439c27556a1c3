using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LstmCourse.Cli.Diagnosis;
using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

/// <summary>What may go wrong around a set-up: one line that names it, and the former library stays in use.</summary>
public sealed class SetupFailureTests : IDisposable
{
    private const string Name = "Trial.Package";

    private readonly TrialRepository _repository = new();

    [Fact]
    public async Task A_source_without_one_of_the_packages_is_named_with_the_package()
    {
        await _repository.RunAsync();
        _repository.WriteProject(Name);
        await AssertFailsAsync("no package source has Trial.Package (asked: trial): add one that has it");
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_named()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/v3/index.json";
        closed.Stop();
        await _repository.RunAsync();
        _repository.WriteProject(Name);
        _repository.UseSource(address);
        await AssertFailsAsync($"the package source {address} cannot be reached: get online or mend the source");
    }

    [Fact]
    public async Task A_damaged_package_is_named_and_whole_again_it_serves()
    {
        _repository.WritePackage(Name);
        _repository.WriteProject(Name);
        await _repository.RunAsync();
        var file = Path.Combine(_repository.Package, "lib", "net10.0", Name + ".dll");
        var whole = await File.ReadAllBytesAsync(file);

        // For the compiler a library that is cut off is none, and what it holds are names that nobody knows.
        await File.WriteAllBytesAsync(file, whole[..1000]);
        Assert.False(PackageCheck.IsWhole(_repository.Package));
        _repository.Write(
            "lib/LstmCourse/Lesson.cs", "public class Lesson { object more = typeof(LstmCourse.Notebooks.Documents.Notebook); }");
        await AssertFailsAsync($"the package in {_repository.Package} is damaged: delete this folder");

        // Where the published library does not load either, the doctor knows why.
        var library = Path.Combine(_repository.Folders.Library, "LstmCourse.dll");
        var published = await File.ReadAllBytesAsync(library);
        await File.WriteAllBytesAsync(library, published[..100]);
        Assert.Equal(
            new LibtorchFact(
                Loads: false, $"the package in {_repository.Package} is damaged: delete this folder, then run ./course setup"),
            (await MachineFacts.GatherAsync(_repository.Folders, default)).Libtorch);
        await File.WriteAllBytesAsync(library, published);

        await File.WriteAllBytesAsync(file, whole);
        Assert.True(PackageCheck.IsWhole(_repository.Package));
        whole[^1] ^= 1;
        await File.WriteAllBytesAsync(file, whole);
        Assert.False(PackageCheck.IsWhole(_repository.Package));

        Directory.Delete(_repository.Package, recursive: true);
        _repository.Write("lib/LstmCourse/Lesson.cs", "public class Lesson { }");
        await _repository.RunAsync();
        Assert.True(_repository.Setup.IsUpToDate());
    }

    [SmallDiskFact]
    public async Task A_full_disk_in_the_middle_of_publishing_is_named()
    {
        using var disk = new SmallDisk(_repository.Folders.Artifacts, megabytes: 4);
        await _repository.RunAsync();
        await File.WriteAllBytesAsync(Path.Combine(_repository.Root, "lib", "LstmCourse", "large.bin"), new byte[6_000_000]);
        _repository.Write("lib/LstmCourse/Directory.Build.targets", """
            <Project><ItemGroup><None Include="large.bin" CopyToPublishDirectory="Always" /></ItemGroup></Project>
            """);
        await AssertFailsAsync("there is no room left on the disk");
    }

    [Fact]
    public async Task A_choice_that_is_none_is_refused_before_anything_is_fetched()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "course.dll"), "setup"])
        { WorkingDirectory = _repository.Root };
        start.Environment[Libtorch.Variable] = "tpu";
        var result = await CourseProcess.StartAsync(start);
        Assert.Equal(new ProcessResult(1, "", "course: expected CourseTorch to be cpu or cuda, got 'tpu'\n"), result);
    }

    public void Dispose() => _repository.Dispose();

    private async Task AssertFailsAsync(string expected)
    {
        var library = Path.Combine(_repository.Folders.Library, "LstmCourse.dll");
        var (published, script) = (await File.ReadAllBytesAsync(library), await File.ReadAllTextAsync(_repository.Folders.Script));

        var e = await Assert.ThrowsAsync<CommandException>(() => _repository.RunAsync());

        Assert.StartsWith(expected, e.Message, StringComparison.Ordinal);
        Assert.EndsWith(", then run the command again", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Equal(1, e.ExitCode);
        Assert.Equal(published, await File.ReadAllBytesAsync(library));
        Assert.Equal(script, await File.ReadAllTextAsync(_repository.Folders.Script));
        Assert.StartsWith("TorchSharp", await LibraryTrial.RunAsync(_repository.Folders.Script, default), StringComparison.Ordinal);
    }
}
