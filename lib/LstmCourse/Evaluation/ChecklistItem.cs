namespace LstmCourse.Evaluation;

/// <summary>A line of an <see cref="EvaluationChecklist"/>.</summary>
/// <param name="Name">What was asked.</param>
/// <param name="Found">The numbers that were found.</param>
/// <param name="Verdict">What they come to.</param>
public sealed record ChecklistItem(string Name, string Found, ChecklistVerdict Verdict);
