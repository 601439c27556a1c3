using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using LstmCourse.Display;

namespace LstmCourse.Tests.Display;

public sealed class FirstUseTests
{
    [Fact]
    public void A_library_that_an_assembly_refers_to_is_in_use_at_once()
    {
        var calls = 0;
        FirstUse.Of("Plotly.NET", () => calls++);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_library_comes_into_use_with_the_first_assembly_that_refers_to_it()
    {
        // The assembly that this one leads to: it and its reference have names that nothing else has.
        var calls = 0;
        var (user, library) = (Compiled("FirstUse.User", "FirstUse.Library"), "FirstUse.Library");
        FirstUse.Of(library, () => calls++);
        Assert.Equal(0, calls);

        var context = new AssemblyLoadContext("first use", isCollectible: true);
        context.LoadFromStream(new MemoryStream(user));
        context.LoadFromStream(new MemoryStream(Compiled("FirstUse.Second", library)));

        Assert.Equal(1, calls);
        context.Unload();
    }

    // An assembly with one type, whose base type is another assembly's.
    private static byte[] Compiled(string name, string reference)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString(name + ".dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(name), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddAssemblyReference(metadata.GetOrAddString(reference), new Version(1, 0), default, default, default, default);
        metadata.AddTypeDefinition(
            default, default, metadata.GetOrAddString("<Module>"), default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1));
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(),
            new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }
}
