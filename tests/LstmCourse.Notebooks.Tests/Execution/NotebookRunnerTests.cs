using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Execution;

public sealed class NotebookRunnerTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Cells_run_in_order_and_leave_their_outputs()
    {
        var run = await RunAsync(Of(Code("out a\nout b\nerr c\nout d"), Markdown("between"), Code("value 42"), Code(" \n ")));

        Assert.True(run.Passed);
        Assert.Equal(["stdout:a/b/|stderr:c/|stdout:d/", "result[2]:42", ""], run.Cells.Select(cell => Text(cell.Outputs)));
        Assert.Equal(2000, run.PeakMemory);
    }

    [Fact]
    public async Task An_update_reaches_every_display_of_its_id_in_this_cell_and_in_earlier_ones()
    {
        var run = await RunAsync(Of("show a 1\nshow b 1\nshow a 2", "update a 3", "show a 4\nupdate a 5"));
        Assert.Equal(["display:a 5|display:b 1|display:a 5", "", "display:a 5"], run.Cells.Select(cell => Text(cell.Outputs)));
    }

    [Fact]
    public async Task A_clear_removes_the_cells_own_outputs_at_once_or_when_the_next_one_comes()
    {
        var run = await RunAsync(Of("out kept", "out a\nclear\nout b", "out a\nclear wait\nout b", "out a\nclear wait", "out a\nclear"));
        Assert.Equal(["stdout:kept/", "stdout:b/", "stdout:b/", "stdout:a/", ""], run.Cells.Select(cell => Text(cell.Outputs)));
    }

    [Fact]
    public async Task The_first_failing_cell_ends_the_run()
    {
        var kernel = new FakeKernel();
        var run = await RunAsync(Of("out a", "out b\nthrow the reason", "out c", ""), kernel);

        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal("SomeException: the reason", run.Failure!.Problem);
        Assert.Equal("stdout:b/|error:SomeException: the reason", Text(run.Cells[1].Outputs));
        Assert.Equal(1, kernel.Disposed);
        Assert.False(run.Passed);
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_passes_by_raising_and_the_run_goes_on()
    {
        var run = await RunAsync(Of(Code("throw expected", ["raises-exception"]), Code("out next")));
        Assert.True(run.Passed);
        Assert.Equal(["error:SomeException: expected", "stdout:next/"], run.Cells.Select(cell => Text(cell.Outputs)));
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_must_raise()
    {
        var run = await RunAsync(Of(Code("out calm", ["raises-exception"]), Code("out next")));
        Assert.Equal([CellStatus.DidNotRaise, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Contains("raised no exception", run.Failure!.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("hang-deaf")]
    public async Task A_cell_that_hangs_is_marked_and_its_kernel_ended(string hang)
    {
        var kernel = new FakeKernel();
        var run = await RunAsync(Of("out a", $"out before\n{hang}", "out c"), kernel, Short);

        Assert.Equal([CellStatus.Passed, CellStatus.TimedOut, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.StartsWith("it ran longer than 0.05 s", run.Failure!.Problem, StringComparison.Ordinal);
        Assert.StartsWith("stdout:before/|error:TimedOut: it ran longer", Text(run.Cells[1].Outputs), StringComparison.Ordinal);
        Assert.Equal(1, kernel.Disposed);
    }

    [Fact]
    public async Task Even_where_an_exception_is_expected_a_hang_is_a_failure()
    {
        var run = await RunAsync(Of(Code("hang", ["raises-exception"])), timeout: Short);
        Assert.Equal(CellStatus.TimedOut, run.Failure!.Status);
    }

    [Fact]
    public async Task The_death_of_the_kernel_is_reported_with_its_last_output()
    {
        var run = await RunAsync(Of("out a\ndie", "out b"));
        Assert.Equal([CellStatus.KernelDied, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        Assert.Equal("the process ended with exit code 139\nIts last output was:\nSegmentation fault", run.Failure!.Problem);
    }

    [Fact]
    public async Task A_kernel_that_does_not_start_is_reported_and_no_cell_runs()
    {
        var run = await RunAsync(Of("out a"), new FakeKernel { FailsToStart = true });
        Assert.Equal("the kernel did not start: the process ended with exit code 3\nIts last output was:\nno such runtime",
            run.StartProblem);
        Assert.Equal(CellStatus.NotRun, run.Cells.Single().Status);
        Assert.False(run.Passed);
    }

    [Fact]
    public async Task A_cancelled_run_ends_its_kernel()
    {
        var kernel = new FakeKernel();
        using var cancellation = new CancellationTokenSource();
        var running = new NotebookRunner(kernel, Long).RunAsync(Of("hang"), "/", _ => cancellation.Cancel(), cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, kernel.Disposed);
    }

    [Fact]
    public async Task Printing_without_end_does_not_fill_the_memory()
    {
        var line = new string('x', 1024 * 1024);
        var run = await RunAsync(Of(string.Join('\n', Enumerable.Repeat("out " + line, 20)) + "\nvalue 1"));
        var stream = Assert.IsType<StreamOutput>(run.Cells[0].Outputs[0]);
        Assert.InRange(stream.Text.Length, OutputCollector.MaxStreamLength, OutputCollector.MaxStreamLength + line.Length + 200);
        Assert.EndsWith("the rest is left out]\n", stream.Text, StringComparison.Ordinal);
        Assert.Equal(2, run.Cells[0].Outputs.Length);
    }

    [Fact]
    public async Task The_executed_notebook_counts_from_one_and_empties_what_did_not_run()
    {
        var stale = new StreamOutput("stdout", "stale");
        var run = await RunAsync(
            Of(Code("out a", outputs: stale), Code("", outputs: stale), Code("throw x", outputs: stale), Code("out c", outputs: stale)));

        var executed = run.ToExecutedNotebook();

        Assert.Equal(["stdout:a/", "", "error:SomeException: x", ""], executed.CodeCells.Select(cell => Text(cell.Outputs)));
        Assert.Equal([1, null, 2, null], executed.CodeCells.Select(cell => cell.ExecutionCount));
    }

    private static Task<NotebookRun> RunAsync(Notebook notebook, FakeKernel? kernel = null, TimeSpan? timeout = null) =>
        new NotebookRunner(kernel ?? new FakeKernel(), timeout ?? Long).RunAsync(notebook, "/");
}
