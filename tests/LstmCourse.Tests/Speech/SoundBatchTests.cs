using LstmCourse.Speech;
using TorchSharp;

namespace LstmCourse.Tests.Speech;

public sealed class SoundBatchTests
{
    [Fact]
    public void Short_sounds_are_filled_with_zeros_on_the_right()
    {
        using var scope = torch.NewDisposeScope();
        var batch = SoundBatch.Of([[[2.5f, 5]], [[-2.5f, 0], [7.5f, 10]]]);
        Assert.Equal([2L, 2, 2], batch.Sounds.shape);
        Assert.Equal([1f, 2, 0, 0, -1, 0, 3, 4], batch.Sounds.data<float>());
        Assert.Equal([1L, 2], batch.Lengths.data<long>());
    }

    [Fact]
    public void What_is_no_batch_is_refused()
    {
        Assert.Contains("at least one sound", Refusal([]), StringComparison.Ordinal);
        Assert.Contains("at least one step in each sound", Refusal([[[1]], []]), StringComparison.Ordinal);
        Assert.Contains("Expected 2 features at each step; sound 1 has 1 at step 1.", Refusal([[[1, 2]], [[1, 2], [1]]]),
            StringComparison.Ordinal);
    }

    private static string Refusal(float[][][] sounds) => Assert.Throws<ArgumentException>(() => SoundBatch.Of(sounds)).Message;
}
