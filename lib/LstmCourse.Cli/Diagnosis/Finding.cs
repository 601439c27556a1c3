namespace LstmCourse.Cli.Diagnosis;

/// <summary>How good something is that <c>course doctor</c> looked at.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>The course works, but a learner should know.</summary>
    Note,

    /// <summary>The course does not work before this is mended.</summary>
    Problem,
}

/// <summary>One thing that <c>course doctor</c> looked at.</summary>
/// <param name="Subject">What, in a word or two.</param>
/// <param name="Health">How good it is.</param>
/// <param name="Text">What was found and, unless that is good, what to do.</param>
internal sealed record Finding(string Subject, Health Health, string Text);
