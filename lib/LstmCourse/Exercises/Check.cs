namespace LstmCourse.Exercises;

/// <summary>
/// Looks at an exercise and says, in one line, whether it is right: <c>ok  c_t = 0.7400</c>, or
/// <c>not yet  c_t: expected 0.7400, got 0.5</c>.
/// Nothing here throws, whatever it is given: an unfinished exercise is no error.
/// </summary>
public static class Check
{
    /// <summary>What a starter holds where an answer belongs: not a number, so that no check takes it for one.</summary>
    public const double Todo = double.NaN;

    /// <summary>Compares a number.</summary>
    /// <param name="name">What the number is called.</param>
    /// <param name="mine">The learner's number; null or <see cref="Todo"/> counts as not filled in.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="tol">How far it may be off.</param>
    /// <param name="hint">What to think of, if it is wrong.</param>
    public static void Close(string name, double? mine, double expected, double tol = 1e-6, string? hint = null) =>
        Console.WriteLine(Verdict.Close(name, mine, expected, tol, hint));

    /// <summary>Compares a sequence of numbers, value by value.</summary>
    /// <param name="name">What the sequence is called.</param>
    /// <param name="mine">The learner's numbers; null, an empty sequence or <see cref="Todo"/> inside counts as not filled in.</param>
    /// <param name="expected">The right ones.</param>
    /// <param name="tol">How far each may be off.</param>
    /// <param name="hint">What to think of, if one is wrong.</param>
    public static void Close(string name, IEnumerable<double>? mine, IEnumerable<double> expected, double tol = 1e-6,
        string? hint = null) =>
        Console.WriteLine(Verdict.Close(name, mine, expected, tol, hint));

    /// <summary>Compares anything that is either equal or not: a word, a count, a shape such as <c>[8, 200, 64]</c>.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="mine">The learner's answer; null counts as not filled in. Sequences are compared element by element.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="hint">What to think of, if it is wrong.</param>
    public static void Equal(string name, object? mine, object expected, string? hint = null) =>
        Console.WriteLine(Verdict.Equal(name, mine, expected, hint));

    /// <summary>Checks that something holds.</summary>
    /// <param name="name">What should hold, such as <c>the loss fell</c>.</param>
    /// <param name="holds">Whether it does; null counts as not filled in.</param>
    /// <param name="hint">What to think of, if it does not.</param>
    public static void That(string name, bool? holds, string? hint = null) => Console.WriteLine(Verdict.That(name, holds, hint));
}
