using LstmCourse.Data;

namespace LstmCourse.Speech;

/// <summary>The hiss of a bad line.</summary>
public static class Noise
{
    /// <summary>The samples with a normally distributed number added to each, the same ones for the same seed.</summary>
    /// <param name="samples">Left as they are.</param>
    /// <param name="deviation">The standard deviation of the noise, at least 0.</param>
    /// <param name="seed">Any number.</param>
    public static float[] Add(float[] samples, double deviation, int seed)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (!(deviation >= 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected noise of at least zero; got {deviation}."), nameof(deviation));
        }

        if (deviation == 0) return [.. samples];
        var random = new SeededRandom((ulong)seed);
        return [.. samples.Select(sample => sample + (float)(deviation * random.Normal()))];
    }
}
