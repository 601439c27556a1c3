using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>An exception in words: its message, what caused it, and the learner's own lines on the way to it.</summary>
internal static partial class ExceptionReport
{
    private const int MostFrames = 5, MostCauses = 3;

    public static ErrorOutput Of(Exception exception)
    {
        exception = Unwrap(exception);
        var lines = new List<string> { $"{TypeNames.Of(exception.GetType())}: {Message(exception)}" };
        lines.AddRange(Frames(exception));
        var cause = exception.InnerException;
        for (var i = 0; i < MostCauses && cause is not null; i++, cause = cause.InnerException)
        {
            lines.Add($"caused by {TypeNames.Of(cause.GetType())}: {Message(cause)}");
            lines.AddRange(Frames(cause));
        }

        return new ErrorOutput(TypeNames.Of(exception.GetType()), Message(exception), [.. lines]);
    }

    // What reflection and tasks wrap around the exception that the learner caused, and what libraries make of a recursion at each of its
    // turns.
    private static Exception Unwrap(Exception exception)
    {
        if (exception.GetBaseException() is InsufficientExecutionStackException tooDeep) return tooDeep;
        while (exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 }
            && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    private static string Message(Exception exception)
    {
        try
        {
            // The compiler's probes throw it in the framework's words.
            return exception is InsufficientExecutionStackException ? StackGuard.TooDeep : exception.Message;
        }
        catch (Exception e)
        {
            return $"(its message could not be read: {e.GetType().Name})";
        }
    }

    private static IEnumerable<string> Frames(Exception exception)
    {
        var calls = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(f => SourceNames.IsLearners(f.GetFileName()))
            .Select(Describe);
        // A recursion is one line, however deep it went.
        var shown = new List<(string Call, int Times)>();
        foreach (var call in calls)
        {
            if (shown is [.., var last] && last.Call == call) shown[^1] = (call, last.Times + 1);
            else shown.Add((call, 1));
        }

        foreach (var (call, times) in shown.Take(MostFrames))
        {
            yield return times == 1 ? $"   at {call}" : string.Create(CultureInfo.InvariantCulture, $"   at {call} ({times} times)");
        }

        if (shown.Count > MostFrames) yield return $"   … {shown.Count - MostFrames} calls more";
    }

    private static string Describe(StackFrame frame)
    {
        var place = string.Create(CultureInfo.InvariantCulture,
            $"{SourceNames.Short(frame.GetFileName()!)}, line {frame.GetFileLineNumber()}");
        return MethodName(frame.GetMethod()) is { } name ? $"{name} in {place}" : place;
    }

    // The compiler's names for what the learner wrote: <F>g__G|0_1 is the local function G, <F>d__5.MoveNext the async method F.
    private static string? MethodName(MethodBase? method)
    {
        if (method is null) return null;
        var type = method.DeclaringType;
        var name = method.Name;
        if (name == "MoveNext" && type is not null && StateMachine().Match(type.Name) is { Success: true } machine)
        {
            (name, type) = (machine.Groups[1].Value, type.DeclaringType);
        }
        else if (LocalFunction().Match(name) is { Success: true } local)
        {
            name = local.Groups[1].Value;
        }
        else if (name.StartsWith('<') && name.Contains(">b__", StringComparison.Ordinal))
        {
            return "a lambda";
        }

        if (name.StartsWith('<') || type is null) return null;
        while (type is not null && type.IsDefined(typeof(CompilerGeneratedAttribute))) type = type.DeclaringType;
        if (name is ".ctor" or ".cctor") name = "new";
        return type is null || type.DeclaringType is null ? name : $"{TypeNames.Of(type)}.{name}";
    }

    [GeneratedRegex("^<(.+)>d__")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^<.*>g__(.+)\|")]
    private static partial Regex LocalFunction();
}
