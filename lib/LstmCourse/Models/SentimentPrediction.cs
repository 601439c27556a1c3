using System.Globalization;

namespace LstmCourse.Models;

/// <summary>What a model says about one text, and how much of the text it could read.</summary>
/// <param name="Probability">The probability that the text is positive, 0 to 1.</param>
/// <param name="KnownShare">The share of the text's tokens that the vocabulary knows, 0 to 1.</param>
/// <param name="IsTrusted">Whether enough of the text is known for the probability to be believed.</param>
public sealed record SentimentPrediction(double Probability, double KnownShare, bool IsTrusted)
{
    /// <summary>The prediction in one line, or that there is none.</summary>
    public override string ToString() => IsTrusted
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{(Probability >= 0.5 ? "positive" : "negative")}, p = {Probability:0.000} ({KnownShare:P0} of the words known)")
        : string.Create(CultureInfo.InvariantCulture, $"no answer: only {KnownShare:P0} of the words are known");
}
