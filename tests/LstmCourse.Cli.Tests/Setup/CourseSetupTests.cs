using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

/// <summary>Set-up of a small repository of its own, with a real compiler.</summary>
public sealed class CourseSetupTests : IDisposable
{
    private static readonly CourseProfile Profile = new("portable", ["LstmCourse"]);

    private readonly string _root = Directory.CreateTempSubdirectory("course setup ").FullName;
    private readonly CourseFolders _folders;
    private readonly CourseSetup _setup;

    private string Library => _folders.Library(Profile);

    public CourseSetupTests()
    {
        _folders = new CourseFolders(_root);
        _setup = new CourseSetup(_folders);
        Write("lib/LstmCourse/LstmCourse.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        Write("lib/LstmCourse/Lesson.cs", "public class Lesson { }");
        Write("Directory.Build.props", "<Project><PropertyGroup><ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup></Project>");
        Write("Directory.Packages.props", "<Project />");
    }

    [Fact]
    public async Task Set_up_publishes_notices_changes_and_survives_failures()
    {
        Assert.False(_setup.IsUpToDate(Profile));
        await _setup.RunAsync(Profile, evenIfUpToDate: false, default);
        Assert.True(_setup.IsUpToDate(Profile));
        Assert.False(_setup.IsUpToDate(Profile with { Name = "other" }));
        Assert.Contains("#r \"course/LstmCourse.dll\"\n", File.ReadAllText(_folders.Script), StringComparison.Ordinal);
        var library = Path.Combine(Library, "LstmCourse.dll");
        var published = File.ReadAllBytes(library);

        Write("lib/LstmCourse/Lesson.cs", "public class Lesson { wrong }");
        Assert.False(_setup.IsUpToDate(Profile));
        var e = await Assert.ThrowsAsync<BuildFailedException>(() => _setup.RunAsync(Profile, evenIfUpToDate: false, default));
        Assert.Contains("Lesson.cs(1,", e.Errors, StringComparison.Ordinal);
        Assert.Equal(published, File.ReadAllBytes(library));

        Write("lib/LstmCourse/Lesson.cs", "public class Lesson { public int More; }");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _setup.RunAsync(Profile, evenIfUpToDate: false, cancellation.Token));
        Assert.Equal(published, File.ReadAllBytes(library));
        Assert.Equal(["course", "course.csx"], Directory.GetFileSystemEntries(_folders.Artifacts, "course*").Select(Path.GetFileName).Order());

        await _setup.RunAsync(Profile, evenIfUpToDate: false, default);
        Assert.True(_setup.IsUpToDate(Profile));
        Assert.NotEqual(published, File.ReadAllBytes(library));
    }

    [Fact]
    public void A_source_that_is_deleted_or_comes_with_an_old_time_is_noticed()
    {
        Write("lib/LstmCourse/Old.cs", "");
        Directory.CreateDirectory(Library);
        CourseScript.Write(_folders.Script, Profile, Library);
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path.Combine(_root, "lib"), "*", SearchOption.AllDirectories)) SetTime(entry, minutesAgo: 60);
        SetupState.Mark(Library, Profile, DateTime.UtcNow.AddMinutes(-30));
        SetTime(Path.Combine(_root, "Directory.Build.props"), minutesAgo: 60);
        SetTime(Path.Combine(_root, "Directory.Packages.props"), minutesAgo: 60);
        Assert.True(_setup.IsUpToDate(Profile));

        File.Delete(Path.Combine(_root, "lib/LstmCourse/Old.cs"));
        Assert.False(_setup.IsUpToDate(Profile));

        SetTime(Path.Combine(_root, "lib/LstmCourse"), minutesAgo: 60);
        Assert.True(_setup.IsUpToDate(Profile));
        Write("lib/LstmCourse/New.cs", "");
        SetTime(Path.Combine(_root, "lib/LstmCourse/New.cs"), minutesAgo: 600);
        Assert.False(_setup.IsUpToDate(Profile));
    }

    [Fact]
    public async Task Two_set_ups_do_not_meet()
    {
        var path = Path.Combine(_root, "lock");
        var first = await SetupLock.TakeAsync(path, default);
        var second = SetupLock.TakeAsync(path, default);
        await Task.Delay(50);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void SetTime(string path, int minutesAgo)
    {
        var time = DateTime.UtcNow.AddMinutes(-minutesAgo);
        if (Directory.Exists(path)) Directory.SetLastWriteTimeUtc(path, time);
        else File.SetLastWriteTimeUtc(path, time);
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
