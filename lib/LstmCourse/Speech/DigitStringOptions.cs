namespace LstmCourse.Speech;

/// <summary>What strings of digits are like.</summary>
public sealed record DigitStringOptions
{
    /// <summary>The fewest digits of a string, at least 1.</summary>
    public int Shortest { get; init; } = 2;

    /// <summary>The most digits of a string.</summary>
    public int Longest { get; init; } = 5;

    /// <summary>The shortest pause before, between and after digits, in samples.</summary>
    public int ShortestPause { get; init; }

    /// <summary>The longest pause, in samples.</summary>
    public int LongestPause { get; init; } = DigitCorpus.SampleRate / 5;

    /// <summary>The deviation of the noise that lies over everything.</summary>
    public double Noise { get; init; } = 0.003;

    internal void Validate()
    {
        if (Shortest < 1 || Longest < Shortest)
            throw new ArgumentException($"Expected 1 <= Shortest <= Longest; got {Shortest} and {Longest}.");
        if (ShortestPause < 0 || LongestPause < ShortestPause)
            throw new ArgumentException($"Expected 0 <= ShortestPause <= LongestPause; got {ShortestPause} and {LongestPause}.");
        if (!(Noise >= 0)) throw new ArgumentException(FormattableString.Invariant($"Expected noise of at least zero; got {Noise}."));
    }
}
