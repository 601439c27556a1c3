using NWaves.FeatureExtractors;
using NWaves.FeatureExtractors.Options;
using NWaves.Filters.Fda;
using NWaves.Windows;

namespace LstmCourse.Speech;

/// <summary>
/// Sound as a picture: every 10 ms how loud it is in each of a number of bands. The bands are narrow for low tones and wide for high ones,
/// as equal steps on the mel scale, mel = 2595 · log₁₀(1 + Hz/700), and loudness is the natural logarithm of the energy.
/// </summary>
public static class LogMel
{
    /// <summary>How many bands there are.</summary>
    public const int Bands = 24;

    /// <summary>Samples that one frame looks at: 32 ms.</summary>
    public const int FrameLength = 256;

    /// <summary>Samples from one frame to the next: 10 ms.</summary>
    public const int Hop = 80;

    /// <summary>Energies below this count as this much. Digital silence would be minus infinity.</summary>
    public const float Floor = 1e-3f;

    // Logarithms and cosines may differ by their last bit from machine to machine; rounded to this part of one, they do not.
    private const float Steps = 256;

    private static readonly float[][] Filters = MakeFilters();

    /// <summary>The middle of each band, in Hz.</summary>
    public static IReadOnlyList<double> Centres { get; } = [.. MakeBands().Select(band => band.Item2)];

    /// <summary>The log-mel energies.</summary>
    /// <param name="samples">At least <see cref="FrameLength"/> values, <see cref="DigitCorpus.SampleRate"/> a second.</param>
    /// <returns>(frame, band): for each frame <see cref="Bands"/> logarithms, in multiples of 1/256.</returns>
    /// <exception cref="ArgumentException">The sound is shorter than a frame.</exception>
    public static float[][] Of(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length < FrameLength)
            throw new ArgumentException($"Expected at least {FrameLength} samples, one frame; got {samples.Length}.", nameof(samples));
        var extractor = new FilterbankExtractor(new FilterbankOptions
        {
            SamplingRate = DigitCorpus.SampleRate,
            FrameSize = FrameLength,
            HopSize = Hop,
            FilterBank = Filters,
            Window = WindowType.Hann,
            SpectrumType = SpectrumType.Power,
            NonLinearity = NonLinearityType.LogE,
            LogFloor = Floor,
        });
        var frames = extractor.ComputeFrom(samples);
        return [.. frames.Select(frame => frame.Select(value => MathF.Round(value * Steps) / Steps).ToArray())];
    }

    /// <summary>Each frame less the mean of all frames, band by band: what a microphone, a line or a voice adds to everything that it says
    /// is gone (mean normalisation).</summary>
    /// <param name="frames">(frame, band), at least one frame.</param>
    public static float[][] Centred(IReadOnlyList<float[]> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0) throw new ArgumentException("Expected at least one frame; got none.", nameof(frames));
        var means = Enumerable.Range(0, frames[0].Length).Select(band => frames.Average(frame => frame[band])).ToArray();
        return [.. frames.Select(frame => frame.Select((value, band) => value - means[band]).ToArray())];
    }

    /// <summary>The picture moved up by some bands, as if a smaller person had spoken; what is missing at the edge repeats it.</summary>
    /// <param name="frames">(frame, band), not yet stacked.</param>
    /// <param name="bands">How far; below zero it moves down.</param>
    public static float[][] Shift(IReadOnlyList<float[]> frames, int bands)
    {
        ArgumentNullException.ThrowIfNull(frames);
        return [.. frames.Select(frame =>
            frame.Select((_, band) => frame[Math.Clamp(band - bands, 0, frame.Length - 1)]).ToArray())];
    }

    /// <summary>Joins every few frames to one, so that a network has fewer steps to go. Frames that are left over at the end are joined
    /// with repetitions of the last.</summary>
    /// <param name="frames">(frame, band).</param>
    /// <param name="size">How many frames become one, at least 1.</param>
    /// <returns>(frame / size, rounded up; band · size).</returns>
    public static float[][] Stack(IReadOnlyList<float[]> frames, int size)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var steps = (frames.Count + size - 1) / size;
        return [.. Enumerable.Range(0, steps).Select(step =>
            Enumerable.Range(step * size, size).SelectMany(at => frames[Math.Min(at, frames.Count - 1)]).ToArray())];
    }

    private static (double, double, double)[] MakeBands() =>
        FilterBanks.MelBands(Bands, DigitCorpus.SampleRate, 0, DigitCorpus.SampleRate / 2.0);

    private static float[][] MakeFilters() => FilterBanks.Triangular(FrameLength, DigitCorpus.SampleRate, MakeBands());
}
