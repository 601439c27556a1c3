namespace LstmCourse.Exercises;

/// <summary>
/// Looks at an exercise and says, in one line, whether it is right: <c>ok  c_t = 0.7400</c>, or
/// <c>not yet  c_t: got 0.5 — what does the forget gate keep?</c>. The right answer is never printed.
/// What was not tried yet (<see cref="Todo"/>, null, nothing in a list, the values of <c>starter</c>) gets no hint; after a wrong try,
/// what <c>starter</c> gives is a wrong answer like others. The first wrong try gets the first hint, the next one the next, and after
/// the last one where a solution lies. A wrong answer that stands under <c>wrong</c> gets the hint that fits it, once.
/// An answer can be handed over as a function, <c>() =&gt; MyStep(1, 0.5)</c>: then code that throws is <c>not yet</c> too, with its
/// message.
/// Nothing here throws, whatever it is given: an unfinished exercise is no error.
/// </summary>
public static class Check
{
    /// <summary>What a starter holds where an answer belongs: not a number, so that no check takes it for one.</summary>
    public const double Todo = double.NaN;

    /// <summary>Compares a number.</summary>
    /// <param name="name">What the number is called; hints are counted by it.</param>
    /// <param name="mine">The learner's number; null or <see cref="Todo"/> counts as not filled in.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="tol">How far it may be off.</param>
    /// <param name="starter">What the untouched exercise gives, where it gives a number that is to be mended.</param>
    /// <param name="wrong">Answers that a usual mistake leads to, each with the hint that fits it.</param>
    /// <param name="hints">What to think of, one hint after the other.</param>
    public static void Close(string name, double? mine, double expected, double tol = 1e-6, double? starter = null,
        (double Answer, string Hint)[]? wrong = null, string[]? hints = null) =>
        Say(Verdicts.Close(name, () => mine, expected, tol, starter, wrong), hints);

    /// <summary>Compares the number that a function gives, which may throw.</summary>
    /// <inheritdoc cref="Close(string, double?, double, double, double?, ValueTuple{double, string}[], string[])"/>
    public static void Close(string name, Func<double> mine, double expected, double tol = 1e-6, double? starter = null,
        (double Answer, string Hint)[]? wrong = null, string[]? hints = null) =>
        Say(Verdicts.Close(name, () => mine(), expected, tol, starter, wrong), hints);

    /// <summary>Compares a sequence of numbers, value by value.</summary>
    /// <param name="name">What the sequence is called; hints are counted by it.</param>
    /// <param name="mine">The learner's numbers; null, an empty sequence or <see cref="Todo"/> inside counts as not filled in.</param>
    /// <param name="expected">The right ones.</param>
    /// <param name="tol">How far each may be off.</param>
    /// <param name="starter">What the untouched exercise gives, where it gives numbers that are to be mended.</param>
    /// <param name="wrong">Answers that a usual mistake leads to, each with the hint that fits it.</param>
    /// <param name="hints">What to think of, one hint after the other.</param>
    public static void Close(string name, IEnumerable<double>? mine, IEnumerable<double> expected, double tol = 1e-6,
        double[]? starter = null, (double[] Answer, string Hint)[]? wrong = null, string[]? hints = null) =>
        Say(Verdicts.Close(name, () => mine, expected, tol, starter, wrong), hints);

    /// <summary>Compares the sequence that a function gives, which may throw.</summary>
    /// <inheritdoc
    /// cref="Close(string, IEnumerable{double}, IEnumerable{double}, double, double[], ValueTuple{double[], string}[], string[])"/>
    public static void Close(string name, Func<IEnumerable<double>?> mine, IEnumerable<double> expected, double tol = 1e-6,
        double[]? starter = null, (double[] Answer, string Hint)[]? wrong = null, string[]? hints = null) =>
        Say(Verdicts.Close(name, mine, expected, tol, starter, wrong), hints);

    /// <summary>Compares anything that is either equal or not: a word, a count, a shape such as <c>[8, 200, 64]</c>.</summary>
    /// <param name="name">What it is called; hints are counted by it.</param>
    /// <param name="mine">The learner's answer; null counts as not filled in. Sequences are compared element by element.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="starter">What the untouched exercise gives, where it gives something that is to be mended.</param>
    /// <param name="wrong">Answers that a usual mistake leads to, each with the hint that fits it.</param>
    /// <param name="hints">What to think of, one hint after the other.</param>
    public static void Equal(string name, object? mine, object expected, object? starter = null,
        (object Answer, string Hint)[]? wrong = null, string[]? hints = null) =>
        Say(Verdicts.Equal(name, () => mine, expected, starter, wrong), hints);

    /// <summary>Compares what a function gives, which may throw.</summary>
    /// <inheritdoc cref="Equal(string, object, object, object, ValueTuple{object, string}[], string[])"/>
    public static void Equal(string name, Func<object?> mine, object expected, object? starter = null,
        (object Answer, string Hint)[]? wrong = null, string[]? hints = null) =>
        Say(Verdicts.Equal(name, mine, expected, starter, wrong), hints);

    /// <summary>Holds a score to a bar: accuracy, F1, what is left of a gradient.</summary>
    /// <param name="name">What the score is called; hints are counted by it.</param>
    /// <param name="mine">The learner's score; null or <see cref="Todo"/> counts as not filled in.</param>
    /// <param name="bar">The least that counts. It is printed: it is the task, not the answer.</param>
    /// <param name="starter">What the untouched exercise scores; a score that differs by a thousandth at most counts as not tried.</param>
    /// <param name="hints">What to think of, one hint after the other.</param>
    public static void AtLeast(string name, double? mine, double bar, double? starter = null, string[]? hints = null) =>
        Say(Verdicts.Bar(name, () => mine, bar, least: true, starter), hints);

    /// <summary>Holds a score to a bar; the function that gives it may throw.</summary>
    /// <inheritdoc cref="AtLeast(string, double?, double, double?, string[])"/>
    public static void AtLeast(string name, Func<double> mine, double bar, double? starter = null, string[]? hints = null) =>
        Say(Verdicts.Bar(name, () => mine(), bar, least: true, starter), hints);

    /// <summary>Holds a number to a bar from below: a loss, a perplexity, an error.</summary>
    /// <param name="name">What the number is called; hints are counted by it.</param>
    /// <param name="mine">The learner's number; null or <see cref="Todo"/> counts as not filled in.</param>
    /// <param name="bar">The most that counts. It is printed: it is the task, not the answer.</param>
    /// <param name="starter">What the untouched exercise gives; a number that differs by a thousandth at most counts as not tried.</param>
    /// <param name="hints">What to think of, one hint after the other.</param>
    public static void AtMost(string name, double? mine, double bar, double? starter = null, string[]? hints = null) =>
        Say(Verdicts.Bar(name, () => mine, bar, least: false, starter), hints);

    /// <summary>Holds a number to a bar from below; the function that gives it may throw.</summary>
    /// <inheritdoc cref="AtMost(string, double?, double, double?, string[])"/>
    public static void AtMost(string name, Func<double> mine, double bar, double? starter = null, string[]? hints = null) =>
        Say(Verdicts.Bar(name, () => mine(), bar, least: false, starter), hints);

    /// <summary>Checks that something holds.</summary>
    /// <param name="name">What should hold, such as <c>the loss fell</c>; hints are counted by it.</param>
    /// <param name="holds">Whether it does; null counts as not filled in.</param>
    /// <param name="hints">What to think of, one hint after the other.</param>
    public static void That(string name, bool? holds, string[]? hints = null) => Say(Verdicts.That(name, () => holds), hints);

    /// <summary>Checks that something holds; the function that says so may throw.</summary>
    /// <inheritdoc cref="That(string, bool?, string[])"/>
    public static void That(string name, Func<bool?> holds, string[]? hints = null) => Say(Verdicts.That(name, holds), hints);

    private static void Say(Verdict verdict, string[]? hints)
    {
        if (HintBook.OfProcess.Knows(verdict.Name)) verdict = verdict.AfterATry();
        var hint = verdict.Outcome == Outcome.Wrong ? HintBook.OfProcess.Next(verdict.Name, verdict.FittingHint, hints ?? []) : null;
        Console.WriteLine(verdict.ToLine(hint));
    }
}
