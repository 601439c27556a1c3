using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Notebooks.Tests.Execution;

/// <summary>
/// A kernel in memory whose language the tests need: each line of a cell is a command that causes one event or ends the cell.
/// </summary>
internal sealed class FakeKernel : INotebookKernel, INotebookKernelFactory
{
    private readonly List<Action> _late = [];
    private int _count;

    public string Name => "fake";

    public string Language => "C#";

    public long? PeakMemory => 1000 * _count;

    public bool FailsToStart { get; init; }

    public int Started { get; private set; }

    public int Disposed { get; private set; }

    public List<string> WorkingDirectories { get; } = [];

    public Task<INotebookKernel> StartAsync(string workingDirectory, CancellationToken cancellationToken)
    {
        if (FailsToStart) throw new KernelDiedException("the process ended with exit code 3", "no such runtime\n");
        WorkingDirectories.Add(workingDirectory);
        (_count, Started) = (0, Started + 1);
        return Task.FromResult<INotebookKernel>(this);
    }

    public async Task<CellCompletion> ExecuteAsync(string code, Action<KernelEvent> observe, CancellationToken cancellationToken)
    {
        _count++;
        foreach (var line in code.Split('\n'))
        {
            var (command, argument) = line.Split(' ', 2) is [var first, var rest] ? (first, rest) : (line, "");
            switch (command)
            {
                case "out": observe(new OutputProduced(new StreamOutput("stdout", argument + "\n"))); break;
                case "err": observe(new OutputProduced(new StreamOutput("stderr", argument + "\n"))); break;
                case "value": observe(new OutputProduced(new ResultOutput(Plain(argument), 900 + _count))); break;
                case "show": observe(new OutputProduced(new DisplayOutput(Plain(argument)), DisplayId: argument.Split(' ')[0])); break;
                case "update": observe(new DisplayUpdated(argument.Split(' ')[0], Plain(argument))); break;
                case "clear": observe(new OutputCleared(Wait: argument == "wait")); break;
                case "json":
                    observe(new OutputProduced(new DisplayOutput(
                    new MimeBundle([KeyValuePair.Create("application/vnd.plotly.v1+json", JsonNode.Parse(argument)!)])))); break;
                case "flaky" when Started < int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture): goto case "throw";
                case "flaky": break;
                case "svg": observe(new OutputProduced(new DisplayOutput(MimeBundle.OfText("image/svg+xml", argument)))); break;
                case "html": observe(new OutputProduced(new DisplayOutput(MimeBundle.OfText("text/html", argument)))); break;
                case "late-out": _late.Add(() => observe(new OutputProduced(new StreamOutput("stdout", argument + "\n")))); break;
                case "late-throw":
                    _late.Add(() =>
                    observe(new OutputProduced(new ErrorOutput("SomeException", argument, ["cell, line 1"])))); break;
                case "throw":
                    observe(new OutputProduced(new ErrorOutput("SomeException", argument, ["cell, line 1"])));
                    return new CellCompletion(Succeeded: false, _count);
                case "hang":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case "hang-deaf":
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    break;
                case "die": throw new KernelDiedException("the process ended with exit code 139", "Segmentation fault\n");
                default: throw new InvalidOperationException($"the test's cell holds the unknown command '{command}'");
            }
        }

        return new CellCompletion(Succeeded: true, _count);
    }

    public Task FinishAsync()
    {
        foreach (var late in _late) late();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Disposed++;
        return ValueTask.CompletedTask;
    }

    private static MimeBundle Plain(string text) => MimeBundle.OfText("text/plain", text);
}
