using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class SeededRandomTests
{
    // The first outputs of SplitMix64 for the seed 1234567, as published with the reference implementation, are
    // 6457827717110365317, 3203168211198807973, 9817491932198370423; the high 20 bits are what Next(1 << 20) gives.
    [Fact]
    public void Follows_the_published_sequence()
    {
        var random = new SeededRandom(1234567);
        Assert.Equal(
            [(int)(6457827717110365317UL >> 44), (int)(3203168211198807973UL >> 44), (int)(9817491932198370423UL >> 44)],
            [random.Next(1 << 20), random.Next(1 << 20), random.Next(1 << 20)]);
    }

    [Fact]
    public void Draws_evenly_and_within_the_limits()
    {
        var random = new SeededRandom(1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) counts[random.Between(3, 9) - 3]++;
        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => random.Chance(0.3)), 2_800, 3_200);
    }

    [Fact]
    public void Shuffling_keeps_every_item_and_reaches_every_order()
    {
        var random = new SeededRandom(2);
        var orders = new HashSet<string>();
        for (var i = 0; i < 200; i++)
        {
            int[] items = [1, 2, 3];
            random.Shuffle<int>(items);
            orders.Add(string.Concat(items));
            Assert.Equal([1, 2, 3], items.Order());
        }

        Assert.Equal(6, orders.Count);
    }
}
