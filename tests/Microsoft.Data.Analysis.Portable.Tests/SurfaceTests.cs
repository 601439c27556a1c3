using LstmCourse.Testing;

namespace Microsoft.Data.Analysis.Portable.Tests;

/// <summary>What compiles against the portable assembly compiles against the official one.</summary>
public sealed class SurfaceTests
{
    private static readonly HashSet<string> Official =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Microsoft.Data.Analysis.Portable.Tests", "official-members.txt"))
            .Where(line => !line.StartsWith('#')),
    ];

    private static readonly SortedSet<string> Ours = SurfaceLines.Of(typeof(DataFrame).Assembly);

    [Fact]
    public void Every_public_member_is_one_of_the_official_ones()
    {
        Assert.True(Ours.Count > 250);
        Assert.DoesNotContain(Ours, line => !Official.Contains(line));
    }

    [Fact]
    public void No_member_of_the_list_has_gone() => Assert.Empty(Official.Except(Ours));

    [Fact]
    public void The_assembly_is_not_mistaken_for_the_official_one() =>
        Assert.Equal("Microsoft.Data.Analysis.Portable", typeof(DataFrame).Assembly.GetName().Name);
}
