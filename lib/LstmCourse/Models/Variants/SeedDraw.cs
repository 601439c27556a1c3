using static TorchSharp.torch;

namespace LstmCourse.Models.Variants;

/// <summary>
/// Draws the first weights of the copies as <c>nn.LSTM</c> does, uniformly between ±1/√hidden. Each seed has a generator of its own, so
/// that a copy starts from the same numbers whatever stands beside it.
/// </summary>
internal sealed class SeedDraw(IReadOnlyList<int> seeds, int hiddenSize) : IDisposable
{
    private readonly Generator[] _generators = [.. seeds.Select(seed => new Generator((ulong)seed))];
    private readonly double _bound = 1 / Math.Sqrt(hiddenSize);

    /// <summary>A new weight of shape (seeds, rows, columns), Float32.</summary>
    public Tensor Weight(long rows, long columns)
    {
        using var scope = NewDisposeScope();
        var unit = stack(_generators.Select(generator => rand(rows, columns, generator: generator)));
        return unit.mul(2 * _bound).sub(_bound).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var generator in _generators) generator.Dispose();
    }
}
