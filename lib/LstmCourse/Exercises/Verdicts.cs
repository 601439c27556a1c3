using System.Collections;

namespace LstmCourse.Exercises;

/// <summary>Compares answers for <see cref="Check"/>. The learner's code runs, and fails, in here.</summary>
internal static class Verdicts
{
    private const string Unfilled = "still to be filled in";
    // A training gives other last bits on another processor.
    private const double SameScore = 1e-3;

    // A sequence without an end shall not hang a notebook.
    private const int LongestAnswer = 10_000;

    public static Verdict Close(string name, Func<double?> mine, double expected, double tol, double? starter,
        (double Answer, string Hint)[]? wrong) => Judge(name, mine, answer =>
    {
        if (answer is not { } value || double.IsNaN(value)) return new(name, Outcome.Untried, Unfilled);
        if (IsClose(value, expected, tol)) return new(name, Outcome.Right, Spelling.Number(value, tol));

        var got = $"got {Spelling.Wrong(value, expected, tol)}";
        if (starter is { } start && IsClose(value, start, tol)) return new(name, Outcome.Unchanged, got);
        var fitting = wrong?.FirstOrDefault(known => IsClose(value, known.Answer, tol)).Hint;
        if (fitting is null && Math.Abs(value - expected) <= 20 * tol) got += $", close; it counts to within {Spelling.Limit(tol)}";
        return new(name, Outcome.Wrong, got, fitting);
    });

    public static Verdict Close(string name, Func<IEnumerable<double>?> mine, IEnumerable<double> expected, double tol, double[]? starter,
        (double[] Answer, string Hint)[]? wrong) => Judge(name, () => mine()?.Take(LongestAnswer).ToArray(), values =>
    {
        double[] right = [.. expected];
        if (values is null || (right.Length > 0 && Array.TrueForAll(values, double.IsNaN))) return new(name, Outcome.Untried, Unfilled);
        if (AreClose(values, right, tol)) return new(name, Outcome.Right,
            Spelling.Several(values.Select(value => Spelling.Number(value, tol))));

        var unfilled = Array.FindIndex(values, double.IsNaN);
        if (unfilled >= 0) return new(name, Outcome.Untried, $"{Spelling.Place(unfilled)} is {Unfilled}");
        var hint = wrong?.FirstOrDefault(known => AreClose(values, known.Answer, tol)).Hint;
        if (values.Length != right.Length)
        {
            return new(name, Outcome.Wrong, $"got {Spelling.Count(values.Length)}, and {right.Length} are asked for", hint);
        }

        var off = Enumerable.Range(0, right.Length).First(k => !IsClose(values[k], right[k], tol));
        var got = $"got {Spelling.Several(values.Select((value, k) => Spelling.Wrong(value, right[k], tol)))}";
        if (starter is not null && AreClose(values, starter, tol)) return new(name, Outcome.Unchanged, got);
        return new(name, Outcome.Wrong, right.Length == 1 ? got : $"{got}; look at {Spelling.Place(off)}", hint);
    });

    public static Verdict Equal(string name, Func<object?> mine, object expected, object? starter, (object Answer, string Hint)[]? wrong) =>
        Judge(name, () => Read(mine()), answer =>
    {
        if (answer is null or double.NaN or float.NaN) return new(name, Outcome.Untried, Unfilled);
        if (LooseEquality.Same(answer, expected)) return new(name, Outcome.Right, Spelling.Text(answer));

        var got = $"got {Spelling.Text(answer)}";
        if (starter is not null && LooseEquality.Same(answer, starter)) return new(name, Outcome.Unchanged, got);
        return new(name, Outcome.Wrong, got, wrong?.FirstOrDefault(known => LooseEquality.Same(answer, known.Answer)).Hint);
    });

    public static Verdict Bar(string name, Func<double?> mine, double bar, bool least, double? starter) => Judge(name, mine, answer =>
    {
        if (answer is not { } value || double.IsNaN(value)) return new(name, Outcome.Untried, Unfilled);
        if (least ? value >= bar : value <= bar) return new(name, Outcome.Right, Spelling.Score(value));

        var got = $"got {Spelling.Score(value)}, and at {(least ? "least" : "most")} {Spelling.Score(bar)} is asked for";
        return starter is { } start && IsClose(value, start, SameScore * Math.Max(1, Math.Abs(start)))
            ? new(name, Outcome.Unchanged, got)
            : new(name, Outcome.Wrong, got);
    });

    public static Verdict That(string name, Func<bool?> holds) => Judge(name, holds, answer => answer switch
    {
        true => new(name, Outcome.Right),
        false => new(name, Outcome.Wrong),
        null => new(name, Outcome.Untried, Unfilled),
    });

    private static Verdict Judge<T>(string name, Func<T> mine, Func<T, Verdict> judge)
    {
        try
        {
            return judge(mine());
        }
        catch (NotImplementedException)
        {
            return new Verdict(name, Outcome.Untried, Unfilled);
        }
        catch (Exception exception)
        {
            return new Verdict(name, Outcome.Wrong, Spelling.Failure(exception));
        }
    }

    private static object? Read(object? answer) =>
        answer is IEnumerable items and not string ? items.Cast<object?>().Take(LongestAnswer).ToArray() : answer;

    private static bool IsClose(double mine, double expected, double tol) => mine == expected || Math.Abs(mine - expected) <= tol;

    private static bool AreClose(double[] mine, double[] expected, double tol) =>
        mine.Length == expected.Length && mine.Zip(expected).All(pair => IsClose(pair.First, pair.Second, tol));
}
