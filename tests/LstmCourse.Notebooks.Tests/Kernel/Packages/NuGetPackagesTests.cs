using System.Reflection;
using LstmCourse.Notebooks.Kernel.Packages;

namespace LstmCourse.Notebooks.Tests.Kernel.Packages;

[Trait("Culture", "Any")]
public sealed class NuGetPackagesTests : IDisposable
{
    private readonly PackageFeed _feed = new();

    [Fact]
    public void Without_a_version_a_session_gets_the_newest_and_keeps_it()
    {
        _feed.Pack("Course.Alone", "1.0.0", "public static class Alone { }");
        var first = Session();
        var library = first.Restore(["nuget:Course.Alone"], CancellationToken.None)!;
        Assert.Equal(new Version(1, 0, 0, 0), VersionBeside(library));
        _feed.Pack("Course.Alone", "1.1.0", "public static class Alone { }");
        Assert.Null(first.Restore(["nuget: Course.Alone"], CancellationToken.None));
        var newer = Session().Restore(["nuget: Course.Alone, *"], CancellationToken.None)!;
        Assert.Equal(new Version(1, 1, 0, 0), VersionBeside(newer));
        // What the first session has loaded is untouched, and serves whoever asks for that version.
        Assert.Equal(new Version(1, 0, 0, 0), VersionBeside(library));
        Assert.Equal(library, Session().Restore(["nuget: course.alone, 1.0.0"], CancellationToken.None));
    }

    [Theory]
    [InlineData("nuget: Course.Nothing, 1.0.0",
        "the package Course.Nothing could not be had: NU1101: Unable to find package Course.Nothing.")]
    [InlineData("nuget: Course.Alone, 9.9.9",
        "the package Course.Alone could not be had: NU1102: Unable to find package Course.Alone with version (>= 9.9.9)")]
    [InlineData("nuget: ", "expected #r \"nuget: Id, Version\", got #r \"nuget: \"")]
    [InlineData("nuget: A B", "expected #r \"nuget: Id, Version\", got #r \"nuget: A B\"")]
    [InlineData("nuget: A\" /><Exec Command=\"x", "expected #r \"nuget: Id, Version\", got #r")]
    public void A_package_that_is_not_to_be_had_is_said_so_in_one_line(string reference, string message)
    {
        _feed.Pack("Course.Alone", "1.0.0", "public static class Alone { }");
        var error = Assert.Throws<PackageException>(() => Session().Restore([reference], CancellationToken.None)).Message;
        Assert.True(error.StartsWith(message, StringComparison.Ordinal), error);
        Assert.DoesNotContain('\n', error);
        Assert.False(Directory.Exists(_feed.Cache) && Directory.EnumerateFileSystemEntries(_feed.Cache).Any());
    }

    [Fact]
    public void Several_packages_are_restored_at_once_and_the_one_that_is_missing_is_named()
    {
        _feed.Pack("Course.Alone", "1.0.0", "public static class Alone { }");
        _feed.Pack("Course.Other", "2.0.0", "public static class Other { }");
        var session = Session();
        string[] both = ["nuget: Course.Alone, 1.0.0", "nuget: Course.Other, 2.0.0"];
        var error = Assert.Throws<PackageException>(() =>
            session.Restore([both[0], "nuget: Course.Nothing, 1.0.0", both[1]], CancellationToken.None)).Message;
        Assert.StartsWith("the package Course.Nothing could not be had: NU1101", error, StringComparison.Ordinal);
        var library = session.Restore(both, CancellationToken.None)!;
        Assert.Equal(new Version(1, 0, 0, 0), VersionBeside(library));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(library)!, "Course.Other.dll")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_feed.Cache));
        Assert.Null(session.Restore(both, CancellationToken.None));
    }

    [Fact]
    public void An_interrupted_restore_leaves_nothing_behind()
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => Session().Restore(["nuget: Course.Alone, 1.0.0"], interrupt.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_feed.Cache));
    }

    public void Dispose() => _feed.Dispose();

    private NuGetPackages Session() => new(_feed.NotebookFolder, _feed.Cache);

    private static Version VersionBeside(string library) =>
        AssemblyName.GetAssemblyName(Path.Combine(Path.GetDirectoryName(library)!, "Course.Alone.dll")).Version!;
}
