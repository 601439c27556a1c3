using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.DotNetInteractive;

/// <summary>Says why a cell failed in the words of the course's own kernel, so that a notebook's committed errors hold for both.</summary>
internal static partial class EngineError
{
    private const string CompilationError = "CompilationError", OtherError = "Error";

    /// <summary>The error output for a failed command.</summary>
    /// <param name="exception">What the cell threw; null if the engine refused it.</param>
    /// <param name="message">The engine's message; for an exception its whole text.</param>
    /// <param name="cell">The cell's number.</param>
    public static ErrorOutput Of(Exception? exception, string? message, int cell)
    {
        var lines = (message ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var findings = lines.Where(line => Finding().IsMatch(line)).Select(line => Placed(line, cell)).ToArray();
        // The engine wraps what the compiler found into an exception of its own; what a cell throws keeps its type.
        if (findings.Length > 0 && (exception is null || IsEngines(exception)))
        {
            return new ErrorOutput(CompilationError, findings[0], [.. findings]);
        }

        if (exception is null) return new ErrorOutput(OtherError, lines.FirstOrDefault() ?? "the engine gave no reason", [.. lines]);
        var thrown = Unwrap(exception);
        return new ErrorOutput(thrown.GetType().Name, thrown.Message, [$"{thrown.GetType().Name}: {thrown.Message}"]);
    }

    private static bool IsEngines(Exception exception) =>
        exception.GetType().Namespace?.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal) == true;

    private static string Placed(string finding, int cell)
    {
        var match = Finding().Match(finding);
        return string.Create(CultureInfo.InvariantCulture, $"cell {cell}, line {match.Groups["line"].Value}: {match.Groups["rest"].Value}");
    }

    private static Exception Unwrap(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 }
            && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    [GeneratedRegex(@"^\((?<line>\d+),\d+\): (?<rest>error .*)$")]
    private static partial Regex Finding();
}
