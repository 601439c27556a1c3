using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>
/// Executes a notebook from top to bottom in a fresh kernel. The first cell that does not do what it should ends the run, like
/// <c>nbconvert --execute</c>; the cells below it are marked as not run.
/// </summary>
/// <param name="kernels">Starts the kernel.</param>
/// <param name="cellTimeout">The longest a single cell may run.</param>
/// <param name="keepGoing">Whether a cell that raises an exception lets the cells below it run; one that ends its kernel cannot.</param>
public sealed class NotebookRunner(INotebookKernelFactory kernels, TimeSpan cellTimeout, bool keepGoing = false)
{
    private const string RaisesException = "raises-exception";

    /// <summary>Executes one notebook.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="workingDirectory">The kernel's working directory: the notebook's folder.</param>
    /// <param name="cellStarting">Called before each cell that is executed.</param>
    /// <param name="cancellationToken">Ends the kernel and the run.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<NotebookRun> RunAsync(
        Notebook notebook, string workingDirectory, Action<CodeCell>? cellStarting = null, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        INotebookKernel kernel;
        try
        {
            kernel = await kernels.StartAsync(workingDirectory, cancellationToken).ConfigureAwait(false);
        }
        catch (KernelDiedException e)
        {
            var cells = notebook.CodeCells.Select(cell => new CellRun(cell, CellStatus.NotRun, [], TimeSpan.Zero, null));
            return new NotebookRun(notebook, [.. cells], watch.Elapsed, null, $"the kernel did not start: {Describe(e)}");
        }

        var run = new Execution(kernel, cellTimeout, keepGoing);
        await using (kernel.ConfigureAwait(false))
        {
            foreach (var cell in notebook.CodeCells)
            {
                if (cell.Number is not null && !run.Stopped) cellStarting?.Invoke(cell);
                await run.ExecuteAsync(cell, cancellationToken).ConfigureAwait(false);
            }

            await kernel.FinishAsync().ConfigureAwait(false);
        }

        return new NotebookRun(notebook, run.Cells(), watch.Elapsed, run.PeakMemory, StartProblem: null);
    }

    private static string Describe(KernelDiedException e) =>
        e.LastOutput.Length == 0 ? e.Message : $"{e.Message}\nIts last output was:\n{e.LastOutput.TrimEnd()}";

    /// <summary>The state of one run.</summary>
    private sealed class Execution(INotebookKernel kernel, TimeSpan cellTimeout, bool keepGoing)
    {
        private readonly OutputCollector _collector = new();
        private readonly List<CellRun> _cells = [];

        public bool Stopped { get; private set; }

        public long? PeakMemory { get; private set; }

        public async Task ExecuteAsync(CodeCell cell, CancellationToken cancellationToken)
        {
            if (Stopped)
            {
                _cells.Add(new CellRun(cell, CellStatus.NotRun, [], TimeSpan.Zero, null));
                return;
            }

            if (cell.Number is not { } number)
            {
                _cells.Add(new CellRun(cell, CellStatus.Passed, [], TimeSpan.Zero, null));
                return;
            }

            var observe = _collector.Begin(cell.Index, number);
            var watch = Stopwatch.StartNew();
            var (status, problem) = await ExecuteAsync(cell.Source, observe, cell.HasTag(RaisesException), cancellationToken)
                .ConfigureAwait(false);
            if (status is CellStatus.TimedOut or CellStatus.KernelDied)
            {
                observe(new OutputProduced(new ErrorOutput(status.ToString(), problem!, [])));
            }

            PeakMemory = kernel.PeakMemory ?? PeakMemory;
            _cells.Add(
                new CellRun(cell, status, _collector.OutputsOf(cell.Index), watch.Elapsed, problem ?? DescribeFailure(cell, status)));
            Stopped = keepGoing ? status is CellStatus.TimedOut or CellStatus.KernelDied : status != CellStatus.Passed;
        }

        /// <summary>The runs of all cells, with what came late: changed displays, output, exceptions that nobody caught.</summary>
        public ImmutableArray<CellRun> Cells() =>
            [.. _cells.Select(run => WithLostException(run with { Outputs = _collector.OutputsOf(run.Cell.Index) }))];

        // The exception of an async void, a forgotten task or a thread does not end the cell that it belongs to, but must not be lost.
        private static CellRun WithLostException(CellRun run)
        {
            var passed = run.Status == CellStatus.Passed && !run.Cell.HasTag(RaisesException);
            if (!passed || run.Outputs.OfType<ErrorOutput>().FirstOrDefault() is not { } error) return run;
            return run with { Status = CellStatus.Failed, Problem = $"{error.Name}: {error.Message} (nobody caught it)" };
        }

        private async Task<(CellStatus Status, string? Problem)> ExecuteAsync(
            string code, Action<KernelEvent> observe, bool mustRaise, CancellationToken cancellationToken)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(cellTimeout);
            try
            {
                // WaitAsync: even an engine that does not listen to the token cannot hold the run up.
                var completion = await kernel.ExecuteAsync(code, observe, timeout.Token).WaitAsync(timeout.Token).ConfigureAwait(false);
                return (completion.Succeeded, mustRaise) switch
                {
                    (true, true) => (CellStatus.DidNotRaise, $"it is tagged '{RaisesException}' but raised no exception"),
                    (false, false) => (CellStatus.Failed, null),
                    _ => (CellStatus.Passed, null),
                };
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                var seconds = cellTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
                return (CellStatus.TimedOut, $"it ran longer than {seconds} s and its kernel was ended; --timeout allows more");
            }
            catch (KernelDiedException e)
            {
                return (CellStatus.KernelDied, Describe(e));
            }
        }

        private string? DescribeFailure(CodeCell cell, CellStatus status)
        {
            if (status != CellStatus.Failed) return null;
            var error = _collector.OutputsOf(cell.Index).OfType<ErrorOutput>().LastOrDefault();
            return error is null ? "it failed without saying why" : $"{error.Name}: {error.Message}";
        }
    }
}
