using System.Collections.Immutable;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Execution.Hosting;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>The engine in its own process, behind the interface that the notebook runner knows.</summary>
public sealed class HostedKernelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course engine ").FullName;

    [Fact]
    public async Task A_notebook_runs_and_its_display_ends_up_updated()
    {
        var run = await RunAsync(
            TimeSpan.FromSeconds(60), "1+1", "Console.Write(\"a\"); Console.WriteLine(\"b\");", "display(\"0 %\").Update(\"100 %\");");
        Assert.True(run.Passed, run.Failure?.Problem);
        Assert.Equal("2", (string?)Assert.IsType<ResultOutput>(Assert.Single(run.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Equal<CellOutput>([new StreamOutput("stdout", "ab\n")], run.Cells[1].Outputs);
        Assert.Equal("100 %", (string?)Assert.IsType<DisplayOutput>(Assert.Single(run.Cells[2].Outputs)).Data["text/plain"]);
    }

    [Fact]
    public async Task A_cell_that_hangs_is_ended_with_its_process()
    {
        var run = await RunAsync(TimeSpan.FromSeconds(8), "Console.Write(\"a\");", "while (true) { }", "1+1");
        Assert.Equal([CellStatus.Passed, CellStatus.TimedOut, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public async Task A_process_that_ends_is_noticed_at_once()
    {
        var run = await RunAsync(TimeSpan.FromSeconds(60), "Environment.Exit(3);", "1+1");
        Assert.Equal(CellStatus.KernelDied, run.Failure!.Status);
        Assert.Contains("exit code 3", run.Failure.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_says_why()
    {
        var run = await RunAsync(TimeSpan.FromSeconds(60), "throw new InvalidOperationException(\"meant\");");
        Assert.Equal("InvalidOperationException: meant", run.Failure!.Problem);
    }

    [Fact]
    public async Task The_engine_starts_with_the_variables_that_it_is_given()
    {
        var factory = new HostedKernelFactory(
            "dotnet-interactive", Engine.Program, new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "7" }.ToImmutableDictionary());
        var kernel = await factory.StartAsync(_folder, CancellationToken.None);
        await using var _ = kernel;
        var events = new List<KernelEvent>();
        await kernel.ExecuteAsync("Environment.GetEnvironmentVariable(\"OMP_NUM_THREADS\")", events.Add, CancellationToken.None);
        Assert.Equal("7", (string?)Assert.IsType<ResultOutput>(Assert.Single(events.Outputs())).Data["text/plain"]);
    }

    [Fact]
    public async Task A_program_that_is_no_engine_is_reported_with_what_it_said()
    {
        var gone = new HostedKernelFactory("dotnet-interactive", Path.Combine(_folder, "gone.dll"));
        var e = await Assert.ThrowsAsync<KernelDiedException>(() => gone.StartAsync(_folder, default));
        Assert.Contains("ended with exit code", e.Message, StringComparison.Ordinal);
        Assert.Contains("gone.dll", e.LastOutput, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<NotebookRun> RunAsync(TimeSpan timeout, params string[] cells) => Engine.RunNotebookAsync(_folder, timeout, cells);
}
