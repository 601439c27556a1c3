using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.RandomNumbers;

public sealed class Mt19937Tests
{
    [Fact]
    public void The_ten_thousandth_draw_is_the_one_that_the_standard_of_Cpp_names()
    {
        var engine = new Mt19937(5489);
        for (var i = 1; i < 10_000; i++) engine.NextUInt32();
        Assert.Equal(4_123_659_995u, engine.NextUInt32());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(311)]
    [InlineData(623)]
    public void Many_draws_at_once_are_those_that_come_one_by_one(int before)
    {
        foreach (var p in (double[])[0, 0.3, 0.5, 0.7, 1])
        {
            // A float takes one word of the generator, a double two, so pairs may begin in the middle and lie across the end of the state.
            using var one = new Generator(3);
            using var two = new Generator(3);
            rand(before, generator: one);
            rand(before, generator: two);

            var expected = rand(2000, dtype: float64, generator: one).data<double>().Select(draw => draw < p ? 1f : 0f);

            Assert.Equal(expected, empty(2000).bernoulli_(p, two).data<float>().ToArray());
            Assert.Equal(rand(3, generator: one).data<float>().ToArray(), rand(3, generator: two).data<float>().ToArray());
        }
    }
}
