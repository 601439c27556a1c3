namespace LstmCourse.Evaluation;

/// <summary>What BLEU is made of.</summary>
public sealed class BleuScore
{
    private readonly long[] _matches;
    private readonly long[] _totals;

    internal BleuScore(long[] matches, long[] totals, long length, long referenceLength) =>
        (_matches, _totals, Length, ReferenceLength) = (matches, totals, length, referenceLength);

    /// <summary>The words of all translations.</summary>
    public long Length { get; }

    /// <summary>The words of the references; of several those that are nearest in length.</summary>
    public long ReferenceLength { get; }

    /// <summary>For n = 1 to 4 the share of n-grams that also stand in the reference, from 0 to 1; 0 where there are none.</summary>
    public IReadOnlyList<double> Precisions => [.. _matches.Zip(_totals, (match, total) => total == 0 ? 0 : (double)match / total)];

    /// <summary>1, or less where the translations are shorter than the references: e^(1 − r/c); 0 where there are no words.</summary>
    public double BrevityPenalty => Length == 0 ? 0 : Length >= ReferenceLength ? 1 : Math.Exp(1 - ((double)ReferenceLength / Length));

    /// <summary>BLEU, from 0 to 1; 0 if any of the precisions is 0.</summary>
    public double Score => Precisions.Min() == 0 ? 0 : BrevityPenalty * Math.Exp(Precisions.Average(Math.Log));

    /// <summary>The score in hundredths, as it is mostly told.</summary>
    public override string ToString() => FormattableString.Invariant($"BLEU {100 * Score:F1}");
}
