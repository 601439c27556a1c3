using LstmCourse.Testing;

namespace Plotly.NET.Portable.Tests.Surface;

/// <summary>What compiles against the portable assembly compiles against the official ones.</summary>
public class SurfaceTests
{
    private static readonly HashSet<string> Official =
    [
        .. File.ReadLines(
            Repository.PathOf("tests", "Plotly.NET.Portable.Tests", "Surface", "official-members.txt")).Where(
                line => !line.StartsWith('#')),
    ];

    private static IEnumerable<Type> PublicTypes => typeof(GenericChart).Assembly.GetTypes().Where(type => type.IsVisible);

    [Fact]
    public void Every_public_member_is_one_of_the_official_ones()
    {
        var types = PublicTypes.Where(type => !IsNameOnly(type)).ToArray();
        Assert.Equal(16, types.Length);
        Assert.DoesNotContain(types.SelectMany(SurfacePrinter.Lines), line => !Official.Contains(line));
    }

    [Fact]
    public void No_member_of_the_list_has_gone() =>
        Assert.Empty(Official.Except(PublicTypes.SelectMany(SurfacePrinter.Lines)));

    [Fact]
    public void Types_that_only_complete_a_signature_cannot_be_made()
    {
        var names = PublicTypes.Where(IsNameOnly).ToArray();
        Assert.NotEmpty(names);
        Assert.All(names.Where(type => type != typeof(Template)), type => Assert.True(type.IsSealed && type.GetConstructors().Length == 0));
    }

    [Fact]
    public void The_assembly_is_not_mistaken_for_the_official_one() =>
        Assert.Equal("Plotly.NET.Portable", typeof(GenericChart).Assembly.GetName().Name);

    // Types such as Font and Marker, and the class StyleParam that holds others: no public member of their own.
    private static bool IsNameOnly(Type type) =>
        SurfacePrinter.Lines(type).Count() == 1 && !Official.Contains(SurfacePrinter.Lines(type).Single());
}
