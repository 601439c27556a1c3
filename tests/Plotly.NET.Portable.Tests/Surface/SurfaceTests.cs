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

    private static readonly SortedSet<string> Own = SurfaceLines.Of(typeof(GenericChart).Assembly);

    // Types such as Font and Marker, and the class StyleParam that holds others: no public member of their own, and in no list.
    private static readonly HashSet<string> NamesOnly =
    [
        .. Own.GroupBy(Owner).Where(group => group.Count() == 1 && !Official.Contains(group.Single())).Select(group => group.Key),
    ];

    [Fact]
    public void Every_public_member_is_one_of_the_official_ones()
    {
        var members = Own.Where(line => !NamesOnly.Contains(Owner(line))).ToList();
        Assert.Equal(16, members.Select(Owner).Distinct().Count());
        Assert.DoesNotContain(members, line => !Official.Contains(line));
    }

    [Fact]
    public void No_member_of_the_list_has_gone() => Assert.Empty(Official.Except(Own));

    [Fact]
    public void Types_that_only_complete_a_signature_cannot_be_made()
    {
        var names = typeof(GenericChart).Assembly.GetTypes().Where(type => type.IsVisible && NamesOnly.Contains(type.FullName!.Replace('+', '.'))).ToArray();
        Assert.True(names.Length > 20);
        Assert.All(names.Where(type => type != typeof(Template)), type => Assert.True(type.IsSealed && type.GetConstructors().Length == 0));
    }

    [Fact]
    public void The_assembly_is_not_mistaken_for_the_official_one() =>
        Assert.Equal("Plotly.NET.Portable", typeof(GenericChart).Assembly.GetName().Name);

    private static string Owner(string line) => line.Split(" | ")[0];
}
