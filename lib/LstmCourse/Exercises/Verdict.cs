namespace LstmCourse.Exercises;

/// <summary>How an exercise stands.</summary>
internal enum Outcome
{
    /// <summary>Nobody has tried yet.</summary>
    Untried,

    /// <summary>The answer is what the untouched exercise gives.</summary>
    Unchanged,

    /// <summary>There is an answer, and it is not right.</summary>
    Wrong,

    /// <summary>The answer is right.</summary>
    Right,
}

/// <summary>What a check found.</summary>
/// <param name="Name">The check.</param>
/// <param name="Outcome">How it stands.</param>
/// <param name="Detail">What came, in words; null where the name says it all.</param>
/// <param name="FittingHint">The hint for just this wrong answer, if there is one.</param>
internal sealed record Verdict(string Name, Outcome Outcome, string? Detail = null, string? FittingHint = null)
{
    /// <summary>
    /// The line that the learner sees. The runner of <c>course grade</c> reads it too: two spaces, a colon, a dash before the hint.
    /// </summary>
    public string ToLine(string? hint = null) => Outcome == Outcome.Right
        ? $"ok  {Name}{(Detail is null ? "" : $" = {Detail}")}"
        : $"not yet  {Name}{(Detail is null ? "" : $": {Words}")}{(string.IsNullOrWhiteSpace(hint) ? "" : $" — {hint}")}";

    /// <summary>The same where the learner has tried before: a change that changes nothing is a wrong try.</summary>
    public Verdict AfterATry() => Outcome == Outcome.Unchanged
        ? this with { Outcome = Outcome.Wrong, Detail = $"the same as before your change, {Detail}" }
        : this;

    private string? Words => Outcome == Outcome.Unchanged ? $"still as it was, {Detail}" : Detail;
}
