namespace LstmCourse.Data;

/// <summary>A sentence in English with its translation into German.</summary>
/// <param name="English">The sentence to translate.</param>
/// <param name="German">Its translation.</param>
/// <param name="Origin">Who wrote it.</param>
/// <param name="Part">What it is for.</param>
public sealed record SentencePair(string English, string German, PairOrigin Origin, PairPart Part);

/// <summary>Who wrote a sentence pair.</summary>
public enum PairOrigin
{
    /// <summary>The course's grammar.</summary>
    Grammar,

    /// <summary>A person.</summary>
    Hand,
}

/// <summary>What a sentence pair is for.</summary>
public enum PairPart
{
    /// <summary>To learn from.</summary>
    Train,

    /// <summary>To choose settings and the best epoch by.</summary>
    Validation,

    /// <summary>To judge by.</summary>
    Test,

    /// <summary>To judge by: sentences with a verb and an object that occur in training, but never together.</summary>
    Combinations,
}
