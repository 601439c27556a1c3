namespace LstmCourse.Training;

/// <summary>
/// Puts examples of similar length together, so that little padding is read, and shuffles all the same.
/// </summary>
public static class LengthBuckets
{
    // Within a pool of so many batches the examples are sorted by length: large enough to save padding, small enough to mix.
    private const int PoolBatches = 16;

    /// <summary>Divides examples into batches.</summary>
    /// <param name="lengths">The length of each example.</param>
    /// <param name="batchSize">Examples in a batch, at least 1; the last batch may be smaller.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="epoch">The epoch's number: each epoch has an order of its own.</param>
    /// <returns>The indices of each batch's examples; each example is in exactly one.</returns>
    public static IReadOnlyList<int[]> Batches(IReadOnlyList<int> lengths, int batchSize, int seed, int epoch)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);

        var random = new Random(unchecked(seed * 1_000_003 + epoch));
        int[] order = [.. Enumerable.Range(0, lengths.Count)];
        random.Shuffle(order);

        int[][] batches = [.. order.Chunk(batchSize * PoolBatches).SelectMany(pool => pool.OrderBy(i => lengths[i]).Chunk(batchSize))];
        random.Shuffle(batches);
        return batches;
    }
}
