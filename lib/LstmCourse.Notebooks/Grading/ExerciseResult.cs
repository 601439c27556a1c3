namespace LstmCourse.Notebooks.Grading;

/// <summary>What became of one check of an exercise.</summary>
/// <param name="Exercise">The exercise's number on its page.</param>
/// <param name="Check">What the check is called.</param>
/// <param name="Passed">Whether it said <c>ok</c>.</param>
/// <param name="Note">What came and the hint, or why the check did not get to say anything; empty where it passed.</param>
public sealed record ExerciseResult(string Exercise, string Check, bool Passed, string Note);
