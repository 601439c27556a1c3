using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

/// <summary>Set-up of a small repository, with a real compiler and a real kernel that tries the result.</summary>
public sealed class CourseSetupTests : IDisposable
{
    private readonly TrialRepository _repository = new();

    private CourseFolders Folders => _repository.Folders;

    private CourseSetup Setup => _repository.Setup;

    [Fact]
    public async Task Set_up_publishes_notices_changes_and_survives_failures()
    {
        Assert.False(Setup.IsUpToDate());
        await _repository.RunAsync();
        Assert.True(Setup.IsUpToDate());
        Assert.Contains("#r \"course/LstmCourse.dll\"\n", File.ReadAllText(Folders.Script), StringComparison.Ordinal);
        var library = Path.Combine(Folders.Library, "LstmCourse.dll");
        var published = File.ReadAllBytes(library);

        _repository.Write("lib/LstmCourse/Lesson.cs", "public class Lesson { wrong }");
        Assert.False(Setup.IsUpToDate());
        var e = await Assert.ThrowsAsync<BuildFailedException>(() => _repository.RunAsync());
        Assert.Contains("Lesson.cs(1,", e.Errors, StringComparison.Ordinal);
        AssertUnchanged();

        // It compiles, but it does not load.
        _repository.Write("lib/LstmCourse/Lesson.cs", "public class Lesson { }");
        var runtime = File.ReadAllText(Path.Combine(_repository.Root, "lib/LstmCourse/TorchRuntime.cs"));
        _repository.Write(
            "lib/LstmCourse/TorchRuntime.cs",
            runtime.Replace("=> new Status()", "=> throw new System.Exception(\"libtorch is not whole\")", StringComparison.Ordinal));
        var trial = await Assert.ThrowsAsync<TrialException>(() => _repository.RunAsync());
        Assert.Equal("the course library does not load: libtorch is not whole", trial.Message);
        AssertUnchanged();

        _repository.Write("lib/LstmCourse/TorchRuntime.cs", runtime);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _repository.RunAsync(cancellation.Token));
        AssertUnchanged();

        _repository.Write("lib/LstmCourse/Lesson.cs", "public class Lesson { public int More; }");
        await _repository.RunAsync();
        Assert.True(Setup.IsUpToDate());
        Assert.NotEqual(published, File.ReadAllBytes(library));

        void AssertUnchanged()
        {
            Assert.Equal(published, File.ReadAllBytes(library));
            Assert.Equal(
                ["course", "course.csx"], Directory.GetFileSystemEntries(Folders.Artifacts, "course*").Select(Path.GetFileName).Order());
        }
    }

    [Fact]
    public void A_source_that_is_deleted_or_comes_with_an_old_time_is_noticed()
    {
        _repository.Write("lib/LstmCourse/Old.cs", "");
        Directory.CreateDirectory(Folders.Library);
        CourseScript.Write(Folders.Script, Folders.Library);
        foreach (
            var entry in Directory.EnumerateFileSystemEntries(
                Path.Combine(_repository.Root, "lib"), "*", SearchOption.AllDirectories)) SetTime(entry, 60);
        foreach (var file in Directory.EnumerateFiles(_repository.Root)) SetTime(file, 60);
        SetupState.Mark(Folders.Library, DateTime.UtcNow.AddMinutes(-30));
        Assert.True(Setup.IsUpToDate());

        File.Delete(Path.Combine(_repository.Root, "lib/LstmCourse/Old.cs"));
        Assert.False(Setup.IsUpToDate());

        SetTime(Path.Combine(_repository.Root, "lib/LstmCourse"), 60);
        Assert.True(Setup.IsUpToDate());
        _repository.Write("lib/LstmCourse/New.cs", "");
        SetTime(Path.Combine(_repository.Root, "lib/LstmCourse/New.cs"), 600);
        Assert.False(Setup.IsUpToDate());
    }

    [Fact]
    public async Task Two_set_ups_do_not_meet()
    {
        var path = Path.Combine(_repository.Root, "lock");
        var first = await SetupLock.TakeAsync(path, default);
        var second = SetupLock.TakeAsync(path, default);
        await Task.Delay(50);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    public void Dispose() => _repository.Dispose();

    private static void SetTime(string path, int minutesAgo)
    {
        var time = DateTime.UtcNow.AddMinutes(-minutesAgo);
        if (Directory.Exists(path)) Directory.SetLastWriteTimeUtc(path, time);
        else File.SetLastWriteTimeUtc(path, time);
    }
}
