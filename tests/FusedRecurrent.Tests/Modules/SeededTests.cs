namespace FusedRecurrent.Tests.Modules;

/// <summary>Tests that draw from libtorch's global generator and compare the draws run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SeededTests
{
    public const string Name = "Seeded";
}
