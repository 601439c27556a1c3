using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;

namespace LstmCourse.Notebooks.Tests.Kernel.Packages;

/// <summary><c>#r "nuget: …"</c> in cells.</summary>
[Trait("Culture", "Any")]
[Collection(KernelTests.Name)]
public sealed class PackageCellTests : IDisposable
{
    private readonly PackageFeed _feed = new();

    [Fact]
    public async Task A_package_is_restored_with_what_it_depends_on_and_kept_for_the_next_session()
    {
        _feed.Pack("Course.Inner", "1.0.0", "public static class Inner { public static string Name => \"inner\"; }");
        _feed.Pack("Course.Outer", "1.2.0",
            "public static class Outer { public static string Name => \"outer of \" + typeof(Outer).Assembly.GetName().Name; }",
            "<dependency id=\"Course.Inner\" version=\"1.0.0\" />");
        for (var session = 0; session < 2; session++)
        {
            await using var kernel = await StartAsync();
            var first = await kernel.ExecuteAsync("#r \"nuget: Course.Outer, 1.2.0\"\nOuter.Name");
            Assert.Equal(["execute_result [1] outer of Course.Outer"], first.Outputs);
            Assert.Equal(["execute_result [2] inner"], (await kernel.ExecuteAsync("Inner.Name")).Outputs);
            Assert.Equal(["execute_result [3] inner"], (await kernel.ExecuteAsync("#r \"nuget: Course.Outer, 1.2.0\"\nInner.Name"))
                .Outputs);
            // The second session must not need the feed.
            if (session == 0) Directory.Delete(_feed.Packages, recursive: true);
        }
    }

    [Fact]
    public async Task A_package_that_is_not_to_be_had_fails_the_cell_and_nothing_else()
    {
        await using var kernel = await StartAsync();
        var outputs = (await kernel.ExecuteAsync("#r \"nuget: ?\"\nvar never = 1;")).Outputs;
        Assert.Equal(["error PackageError expected #r \"nuget: Id, Version\", got #r \"nuget: ?\""], outputs);
        Assert.Equal(["execute_result [2] 2"], (await kernel.ExecuteAsync("2")).Outputs);
    }

    [Theory]
    [InlineData("new System.Threading.Tasks.TaskCompletionSource().Task", "is not done after 0.5 s; the cell goes on without it")]
    [InlineData("System.Threading.Tasks.Task.FromException(new System.Exception(\"why\"))", "could not be loaded: why")]
    [InlineData("throw new System.Exception(\"why\")", "could not be loaded: why")]
    [InlineData("Microsoft.DotNet.Interactive.Kernel.Root",
        "asks for the engine of .NET Interactive, which is not here; what it registered before that works")]
    [InlineData("System.Threading.Tasks.Task.CompletedTask", null)]
    public async Task An_extension_that_fails_or_does_not_end_is_one_line_and_the_package_is_there(string load, string? told)
    {
        const string Task = "System.Threading.Tasks.Task", Namespace = "Microsoft.DotNet.Interactive";
        const string Engine = $"namespace {Namespace} {{ public class Kernel {{ public static {Task} Root => throw new "
            + "System.NullReferenceException(); } public sealed class CompositeKernel : Kernel { } "
            + $"public interface IKernelExtension {{ {Task} OnLoadAsync(Kernel kernel); }} }}";
        const string Extension = $"public class Extension : {Namespace}.IKernelExtension {{ public {Task} OnLoadAsync({Namespace}.Kernel k) => ";
        _feed.Pack(Namespace, "1.0.0", Engine);
        var extension = PackageFeed.Compile("Course.Shown.Interactive", "1.0.0", $"{Extension}{load}; }}",
            PackageFeed.Compile(Namespace, "1.0.0", Engine));
        _feed.Pack("Course.Shown", "1.0.0", "public static class Shown { public static int Answer => 42; }",
            $"<dependency id=\"{Namespace}\" version=\"1.0.0\" />", extension);
        PackageExtension.Limit = TimeSpan.FromSeconds(0.5);
        await using var kernel = await StartAsync();
        var outputs = (await kernel.ExecuteAsync("#r \"nuget: Course.Shown, 1.0.0\"\nShown.Answer")).Outputs;
        string[] expected = told is null ? [] : [$"stream stderr The notebook extension Course.Shown.Interactive.dll {told}\n"];
        Assert.Equal([.. expected, "execute_result [1] 42"], outputs);
    }

    public void Dispose() => _feed.Dispose();

    private Task<WireKernel> StartAsync() => WireKernel.StartAsync(_feed.NotebookFolder, packageCache: _feed.Cache);
}
