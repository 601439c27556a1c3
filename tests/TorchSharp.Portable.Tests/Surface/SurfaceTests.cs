using System.Reflection;
using LstmCourse.Testing;

namespace TorchSharp.Portable.Tests.Surface;

/// <summary>
/// Source that compiles against the portable engine must compile against the official package. official-members.txt holds those lines of the
/// surface of TorchSharp 0.106.0 that the engine uses; a public member that is not among them fails here.
/// </summary>
/// <remarks>
/// After adding a member that TorchSharp has, add its line, or make the file anew with the official assembly (lib/net6.0/TorchSharp.dll of the package):
/// <c>TORCHSHARP_DLL=path dotnet test tests/TorchSharp.Portable.Tests --filter SurfaceTests</c>.
/// </remarks>
public sealed class SurfaceTests
{
    private static readonly string File = Repository.PathOf("tests", "TorchSharp.Portable.Tests", "Surface", "official-members.txt");

    [Fact]
    public void Every_public_member_is_one_of_the_official_package()
    {
        var own = SurfaceLines.Of(typeof(torch).Assembly);
        if (Environment.GetEnvironmentVariable("TORCHSHARP_DLL") is { } path)
            System.IO.File.WriteAllLines(File, SurfaceLines.Of(Assembly.LoadFrom(path)).Intersect(own).Order(StringComparer.Ordinal));
        Assert.Empty(own.Except(System.IO.File.ReadLines(File)));
    }

    [Fact]
    public void The_list_names_nothing_that_the_engine_lacks() =>
        Assert.Empty(System.IO.File.ReadLines(File).Except(SurfaceLines.Of(typeof(torch).Assembly)));
}
