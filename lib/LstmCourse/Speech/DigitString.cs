namespace LstmCourse.Speech;

/// <summary>Some digits, said one after the other by one voice.</summary>
/// <param name="digits">What is said.</param>
/// <param name="samples">The sound, <see cref="DigitCorpus.SampleRate"/> values a second.</param>
/// <param name="spans">For each digit its first sample, and the one after its last.</param>
/// <param name="voice">Who speaks.</param>
public sealed class DigitString(IReadOnlyList<int> digits, float[] samples, IReadOnlyList<(int From, int To)> spans, string voice)
{
    /// <summary>What is said.</summary>
    public IReadOnlyList<int> Digits { get; } = digits;

    /// <summary>Values around zero, mostly between -1 and 1.</summary>
    public float[] Samples { get; } = samples;

    /// <summary>For each digit its first sample, and the one after its last.</summary>
    public IReadOnlyList<(int From, int To)> Spans { get; } = spans;

    /// <summary>Who speaks.</summary>
    public string Voice { get; } = voice;
}
