using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Tests.Jupyter;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Execution;

/// <summary>What comes when its cell has ended is neither lost nor taken for another cell's.</summary>
[Trait("Culture", "Any")]
public sealed class LostExceptionTests
{
    [Theory]
    [InlineData("async void", "async void G() { throw new InvalidOperationException(\"x\"); } G();")]
    [InlineData("async void, later", "async void G() { await Task.Delay(50); throw new InvalidOperationException(\"x\"); } G();")]
    [InlineData("a forgotten task", "_ = Task.Run(() => throw new InvalidOperationException(\"x\"));")]
    [InlineData("a thread", "var t = new System.Threading.Thread(() => throw new InvalidOperationException(\"x\")); t.Start(); t.Join();")]
    public async Task An_exception_that_nobody_catches_fails_the_run_in_its_cell(string kind, string code)
    {
        var run = await KernelProgram.RunAsync(Of("1 + 1", code, "2 + 2"));

        Assert.False(run.Passed, kind);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.Passed], run.Cells.Select(cell => cell.Status));
        Assert.Equal("InvalidOperationException: x (nobody caught it)", run.Failure!.Problem);
        var error = Assert.Single(run.Cells[1].Outputs.OfType<ErrorOutput>());
        Assert.Contains("cell 2, line 1", string.Join('\n', error.Traceback), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_thread_prints_later_belongs_to_its_cell()
    {
        var run = await KernelProgram.RunAsync(Of(
            "var gate = new System.Threading.ManualResetEventSlim(); var done = new System.Threading.ManualResetEventSlim();",
            "new System.Threading.Thread(() => { gate.Wait(); Console.WriteLine(\"late\"); done.Set(); }).Start(); "
                + "Console.WriteLine(\"early\");",
            "gate.Set(); done.Wait(); Console.WriteLine(\"third\");"));

        Assert.Equal(["", "stdout:early/late/", "stdout:third/"], run.Cells.Select(cell => Text(cell.Outputs)));
    }

    [Fact]
    public async Task A_kernel_that_says_something_last_is_heard()
    {
        var run = await new NotebookRunner(new FakeKernel(), TimeSpan.FromMinutes(1))
            .RunAsync(Of("out a\nlate-out b", "out c\nlate-throw why"), "/");

        Assert.Equal(["stdout:a/b/", "stdout:c/|error:SomeException: why"], run.Cells.Select(cell => Text(cell.Outputs)));
        Assert.Equal([CellStatus.Passed, CellStatus.Failed], run.Cells.Select(cell => cell.Status));
    }
}
