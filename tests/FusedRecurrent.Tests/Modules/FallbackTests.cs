using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>What the kernels do not do, libtorch's operations do.</summary>
public sealed class FallbackTests
{
    [Theory]
    [InlineData(ScalarType.Float16, 2e-3)]
    [InlineData(ScalarType.BFloat16, 2e-2)]
    public void Networks_of_small_types_train(ScalarType type, double tolerance)
    {
        var lstm = new FusedLSTM(5, 8, 2, batchFirst: true, bidirectional: true);
        Tensor x = rand(3, 7, 5), lengths = tensor([7L, 2L, 5L]);
        Tensor expected = lstm.call(x, lengths: lengths).Item1;

        lstm.to(type);
        Tensor actual = lstm.call(x.to(type), lengths: lengths).Item1;
        actual.sum().backward();

        Assert.Equal(type, actual.dtype);
        Assert.True((expected - actual.to(ScalarType.Float32)).abs().max().ToDouble() < tolerance);
        Assert.All(lstm.parameters(), parameter => Assert.Equal(type, parameter.grad!.dtype));
    }

    [Fact]
    public void An_empty_batch_gives_empty_results()
    {
        var (y, h, c) = new FusedLSTM(5, 8, batchFirst: true).call(zeros(0, 7, 5));
        Assert.Equal([0, 7, 8], y.shape);
        Assert.Equal([1, 0, 8], h.shape);
        Assert.Equal([1, 0, 8], c.shape);
    }
}
