namespace LstmCourse.Series.Anomalies;

/// <summary>Something that was wrong for a while, as a label: what, from when, and for how long.</summary>
/// <typeparam name="TKind">The kinds that there are, such as <see cref="SensorFault"/>.</typeparam>
/// <param name="Kind">What was wrong.</param>
/// <param name="Start">The first step of the series at which it was, counted from 0.</param>
/// <param name="Length">For how many steps, at least 1.</param>
public sealed record Fault<TKind>(TKind Kind, int Start, int Length) where TKind : struct, Enum
{
    /// <summary>The first step after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether it lasts at this step.</summary>
    public bool Covers(int step) => step >= Start && step < End;
}
