using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>What the real engine was seen to publish for a few cells, event for event.</summary>
internal static class Replay
{
    private const string Guid1 = "3f0c7c3e-1f0a-4d4b-9d0e-000000000001", Guid2 = "3f0c7c3e-1f0a-4d4b-9d0e-000000000002";

    public static async Task<KernelCommandResult> RunAsync(KernelCommand command, Action<KernelEvent> publish)
    {
        var code = ((SubmitCode)command).Code;
        if (code == "while (true) { }") await Task.Delay(Timeout.InfiniteTimeSpan);
        if (code == "Environment.Exit(3);") Environment.Exit(3);
        var events = EventsOf(code, command).ToList();
        // The real engine adds an event to its result while it publishes it, so that a listener meets each of them twice.
        foreach (var (happened, _) in events) publish(happened);
        return new KernelCommandResult(command, [.. events.Where(e => e.InResult).Select(e => e.Event)]);
    }

    private static IEnumerable<(KernelEvent Event, bool InResult)> EventsOf(string code, KernelCommand command)
    {
        if (code.StartsWith("#!import", StringComparison.Ordinal))
        {
            yield return (new DisplayedValueProduced(command, Guid1, new FormattedValue("text/markdown", "# Imported")), false);
            yield return (new StandardOutputValueProduced(command, Text("from the import\n")), false);
            yield return (new CommandSucceeded(command), true);
            yield break;
        }

        yield return (new CodeSubmissionReceived(command), true);
        if (code != "#!nonsense") yield return (new CompleteCodeSubmissionReceived(command), true);
        foreach (var happened in Middle(code, command)) yield return (happened, true);
    }

    private static IEnumerable<KernelEvent> Middle(string code, KernelCommand command)
    {
        var diagnostics = new DiagnosticsProduced(command);
        switch (code)
        {
            case "1+1":
                return [diagnostics, new ReturnValueProduced(command, null, Text("2")), new CommandSucceeded(command)];
            case "print":
                return [diagnostics, new StandardOutputValueProduced(command, Text("a")), new StandardOutputValueProduced(command, Text("b\r\n")), new StandardErrorValueProduced(command, Text("oh")), new CommandSucceeded(command)];
            case "display(HTML(\"<b>hi</b>\"))":
                return [new DisplayedValueProduced(command, Guid1, new FormattedValue("text/html", "<b>hi</b>")), diagnostics, new CommandSucceeded(command)];
            case "chart":
                return [diagnostics, new ReturnValueProduced(command, null, new FormattedValue("application/vnd.plotly.v1+json", "{\"data\":[]}"), new FormattedValue("image/svg+xml", "<svg/>"), Text("a chart")), new CommandSucceeded(command)];
            case "hidden":
                return [diagnostics, new ReturnValueProduced(command, null, new FormattedValue("text/plain", "x") { SuppressDisplay = true }), new CommandSucceeded(command)];
            case "progress":
                return
                [
                    new DisplayedValueProduced(command, Guid1, Text("0 %")), new DisplayedValueUpdated(command, Guid2, Text("50 %")),
                    new DisplayedValueUpdated(command, Guid2, Text("100 %")), diagnostics, new CommandSucceeded(command),
                ];
            case "update of what was never shown":
                return [new DisplayedValueUpdated(command, Guid2, Text("late")), diagnostics, new CommandSucceeded(command)];
            case "throw":
                var thrown = new InvalidOperationException("meant");
                return [diagnostics, new CommandFailed(command, thrown, thrown.ToString())];
            case "int wrong = \"text\";":
                const string Findings = "(1,13): error CS0029: Cannot implicitly convert type 'string' to 'int'\n(1,13): error CS9999: more";
                return [diagnostics, new CommandFailed(command, new CodeSubmissionCompilationErrorException(Findings), Findings)];
            case "#!nonsense":
                return [diagnostics, new CommandFailed(command, null, "(1,1): error DNI101: Unknown magic command '#!nonsense'")];
            case "split that fails":
                var child = new SubmitCode("part");
                return [diagnostics, new CommandFailed(child, null, "no"), new CommandFailed(command, null, "no")];
            default:
                return [diagnostics, new CommandSucceeded(command)];
        }
    }

    private static FormattedValue Text(string text) => new("text/plain", text);
}
