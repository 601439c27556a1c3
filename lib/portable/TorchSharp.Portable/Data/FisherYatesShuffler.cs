using System.Collections;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers 0 … size−1 in random order (Fisher and Yates, in the form that builds the order from the front). The numbers come from
/// .NET's <see cref="System.Random"/>, as in TorchSharp: a seed gives the same order there, and the same at every enumeration.
/// </summary>
public sealed class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator()
    {
        var random = seed is { } given ? new System.Random(given) : new System.Random();
        var order = new long[size];
        for (var i = 0L; i < size; i++)
        {
            var place = Draw(random) % (i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>62 random bits, from two draws.</summary>
    private static long Draw(System.Random random)
    {
        var high = (long)random.Next() << 32;
        return high + random.Next();
    }
}
