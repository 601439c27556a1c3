namespace LstmCourse.Speech;

/// <summary>One digit, spoken once.</summary>
/// <param name="voice">Who speaks: the accent and the variant of eSpeak NG, such as <c>en-gb+f2</c>.</param>
/// <param name="speed">How fast, in words a minute.</param>
/// <param name="digit">What is said, 0 to 9.</param>
/// <param name="samples">The sound, <see cref="DigitCorpus.SampleRate"/> values a second between -1 and 1.</param>
public sealed class SpokenDigit(string voice, int speed, int digit, float[] samples)
{
    /// <summary>Who speaks, such as <c>en-gb+f2</c>.</summary>
    public string Voice { get; } = voice;

    /// <summary>In words a minute.</summary>
    public int Speed { get; } = speed;

    /// <summary>0 to 9.</summary>
    public int Digit { get; } = digit;

    /// <summary>Values between -1 and 1.</summary>
    public float[] Samples { get; } = samples;

    /// <summary>How long it takes to say.</summary>
    public double Seconds => (double)Samples.Length / DigitCorpus.SampleRate;
}
