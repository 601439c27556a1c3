using LstmCourse.Models.Variants;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Models.Variants;

[Collection("engine")]
public sealed class SumsTests
{
    [Fact]
    public void Sums_survive_a_garbage_collector_at_work()
    {
        // With TorchSharp's own + some ten of a hundred thousand such sums throw, or worse, while collections go on in the background.
        using var scope = NewDisposeScope();
        var (a, b) = (ones(64, 64), ones(64, 64));
        using var done = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var collector = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: false);
                Thread.Sleep(1);
            }
        });
        collector.Start();
        while (!done.IsCancellationRequested)
        {
            using var inner = NewDisposeScope();
            for (var i = 0; i < 50; i++) Assert.Equal(2, a.Plus(b)[3, 3].item<float>());
        }

        collector.Join();
    }

    [Fact]
    public void A_product_is_added_for_each_seed()
    {
        using var scope = NewDisposeScope();
        var (x, h, weight) = (rand(2, 3, 5), rand(2, 3, 4), rand(2, 4, 5));
        Assert.True(x.PlusProduct(h, weight).allclose(x.add(h.matmul(weight)), atol: 1e-6));
    }
}
