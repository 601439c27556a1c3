using LstmCourse.Notebooks.Tests.Jupyter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

/// <summary><c>#r</c> and <c>#load</c>.</summary>
[Collection(KernelTests.Name)]
public sealed class LibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task A_library_beside_the_notebook_is_used_with_what_it_needs()
    {
        var inner = Build("Inner", "namespace Inner { public class Base { public string Name => \"base\"; } }");
        Build("Outer", "namespace Outer { public class Thing : Inner.Base { public int Number => 42; } }", inner);
        await using var kernel = await WireKernel.StartAsync(_folder.FullName);
        Assert.Equal(["execute_result [1] 42"], (await kernel.ExecuteAsync("#r \"Outer.dll\"\nusing Outer;\nnew Thing().Number")).Outputs);
        Assert.Equal(["execute_result [2] base"], (await kernel.ExecuteAsync("new Thing().Name")).Outputs);
    }

    [Fact]
    public async Task A_script_names_libraries_and_scripts_relative_to_itself()
    {
        var deeper = _folder.CreateSubdirectory("artifacts");
        Build("Tool", "public static class Tool { public static int Answer => 42; }", folder: deeper.FullName);
        File.WriteAllText(Path.Combine(deeper.FullName, "course.csx"),
            "#r \"Tool.dll\"\n#load \"more.csx\"\nvar fromScript = Tool.Answer;");
        File.WriteAllText(Path.Combine(deeper.FullName, "more.csx"), "int More(int n) => n + 1;");
        await using var kernel = await WireKernel.StartAsync(_folder.FullName);
        Assert.Empty((await kernel.ExecuteAsync("#load \"artifacts/course.csx\"")).Outputs);
        Assert.Equal(["execute_result [2] 43"], (await kernel.ExecuteAsync("More(fromScript)")).Outputs);
        Assert.Equal(["execute_result [3] 42"], (await kernel.ExecuteAsync("Tool.Answer")).Outputs);
    }

    [Fact]
    public async Task An_error_in_a_script_names_the_script()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "wrong.csx"), "var fine = 1;\nvar bad = nothing;");
        File.WriteAllText(Path.Combine(_folder.FullName, "throws.csx"),
            "void Fail()\n    => new[] { 1 }\n        .Select(i =>\n            Throw(i)).ToList();\nint Throw(int "
                + "i)\n{\n    throw new Exception(\"oh\");\n}");
        await using var kernel = await WireKernel.StartAsync(_folder.FullName);
        Assert.StartsWith("error CompilationError wrong.csx, line 2: error CS0103",
            Assert.Single((await kernel.ExecuteAsync("#load \"wrong.csx\"")).Outputs), StringComparison.Ordinal);
        await kernel.ExecuteAsync("#load \"throws.csx\"");
        var traceback = (await kernel.ExecuteAsync("Fail();")).Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>());
        Assert.Equal(["Exception: oh", "   at Throw in throws.csx, line 7", "   at a lambda in throws.csx, line 4",
            "   at Fail in throws.csx, line 2", "   at cell 3, line 1"], traceback);
    }

    [Theory]
    [InlineData("#r \"none.dll\"", "CS0006")]
    [InlineData("#load \"none.csx\"", "CS1504")]
    public async Task A_file_that_is_missing_is_an_error_in_line_1(string code, string id)
    {
        await using var kernel = await WireKernel.StartAsync(_folder.FullName);
        Assert.StartsWith($"error CompilationError cell 1, line 1: error {id}", Assert.Single((await kernel.ExecuteAsync(code)).Outputs),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_can_be_rebuilt_while_it_is_loaded_and_that_is_said()
    {
        Build("Changing", "public static class Changing { public static int Value => 1; }");
        await using var kernel = await WireKernel.StartAsync(_folder.FullName);
        Assert.Equal(["execute_result [1] 1"], (await kernel.ExecuteAsync("#r \"Changing.dll\"\nChanging.Value")).Outputs);
        Build("Changing", "public static class Changing { public static int Value => 2; }");
        File.SetLastWriteTimeUtc(Path.Combine(_folder.FullName, "Changing.dll"), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(
            ["stream stderr Changing.dll has changed since it was loaded. Restart the kernel to use the new one.\n",
            "execute_result [2] 1"],
            (await kernel.ExecuteAsync("#r \"Changing.dll\"\nChanging.Value")).Outputs);
        Assert.Equal(["execute_result [3] 1"], (await kernel.ExecuteAsync("#r \"Changing.dll\"\nChanging.Value")).Outputs);
    }

    [Fact]
    public async Task Two_libraries_of_one_name_are_told_apart_by_a_warning()
    {
        Build("Same", "public static class Same { public static int Value => 1; }", folder: _folder.CreateSubdirectory("a").FullName);
        Build("Same", "public static class Same { public static int Value => 2; }", folder: _folder.CreateSubdirectory("b").FullName);
        await using var kernel = await WireKernel.StartAsync(_folder.FullName);
        await kernel.ExecuteAsync("#r \"a/Same.dll\"");
        var outputs = (await kernel.ExecuteAsync("#r \"b/Same.dll\"\nSame.Value")).Outputs;
        Assert.StartsWith("stream stderr Same is loaded already", outputs[0], StringComparison.Ordinal);
        Assert.Equal("execute_result [2] 1", outputs[1]);
    }

    [Fact]
    public async Task The_rarely_used_libraries_of_dotnet_are_there_too()
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal(["execute_result [1] a"],
            (await kernel.ExecuteAsync("using System.Xml.Linq;\nXElement.Parse(\"<a/>\").Name.LocalName")).Outputs);
        Assert.Equal(["execute_result [2] b"], (await kernel.ExecuteAsync("XElement.Parse(\"<b/>\").Name.LocalName")).Outputs);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Build(string name, string source, string? reference = null, string? folder = null)
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Private.CoreLib.dll" or "System.Runtime.dll");
        var references = trusted.Append(reference).OfType<string>().Select(p => MetadataReference.CreateFromFile(p));
        var path = Path.Combine(folder ?? _folder.FullName, name + ".dll");
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var file = File.Create(path);
        Assert.True(compilation.Emit(file).Success);
        return path;
    }
}
