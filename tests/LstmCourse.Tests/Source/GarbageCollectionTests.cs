using System.Runtime;

namespace LstmCourse.Tests.Source;

public class GarbageCollectionTests
{
    /// <summary>A collection in the background could free a scalar that libtorch is reading (docs/decisions.md, "Same numbers").</summary>
    [Fact]
    public void Nothing_is_collected_in_the_background() => Assert.Equal(GCLatencyMode.Batch, GCSettings.LatencyMode);
}
