namespace LstmCourse.Data;

/// <summary>A corpus in three parts: to train on, to choose by, and to judge by at the very end.</summary>
/// <param name="Train">What the model learns from, and the vocabulary with it.</param>
/// <param name="Validation">What decides about settings and when to stop.</param>
/// <param name="Test">What the reported score is measured on, once.</param>
public sealed record Split<T>(IReadOnlyList<T> Train, IReadOnlyList<T> Validation, IReadOnlyList<T> Test)
{
    /// <summary>The sizes of the parts.</summary>
    public override string ToString() => $"{Train.Count} to train, {Validation.Count} to validate, {Test.Count} to test";
}
