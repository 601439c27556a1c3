using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution.Hosting;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>The engine in its own process, behind the interface that the notebook runner knows.</summary>
public sealed class HostedKernelTests : IDisposable
{
    private static readonly HostedKernelFactory Factory = new("dotnet-interactive", typeof(EngineHost).Assembly.Location);

    private readonly string _folder = Directory.CreateTempSubdirectory("course engine ").FullName;

    [Fact]
    public async Task A_notebook_runs_and_its_display_ends_up_updated()
    {
        var run = await RunAsync("1+1", "print", "progress", "chart");
        Assert.True(run.Passed, run.Failure?.Problem);
        Assert.Equal("2", (string?)Assert.IsType<ResultOutput>(Assert.Single(run.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Equal<CellOutput>([new StreamOutput("stdout", "ab\n"), new StreamOutput("stderr", "oh")], run.Cells[1].Outputs);
        Assert.Equal("100 %", (string?)Assert.IsType<DisplayOutput>(Assert.Single(run.Cells[2].Outputs)).Data["text/plain"]);
        Assert.NotNull(Assert.IsType<ResultOutput>(Assert.Single(run.Cells[3].Outputs)).Data["application/vnd.plotly.v1+json"]!["data"]);
    }

    [Fact]
    public async Task A_cell_that_hangs_is_ended_with_its_process()
    {
        var run = await RunAsync(TimeSpan.FromSeconds(1), "print", "while (true) { }", "1+1");
        Assert.Equal([CellStatus.Passed, CellStatus.TimedOut, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public async Task A_process_that_ends_is_noticed_at_once()
    {
        var run = await RunAsync("Environment.Exit(3);", "1+1");
        Assert.Equal(CellStatus.KernelDied, run.Failure!.Status);
        Assert.Contains("exit code 3", run.Failure.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_says_why()
    {
        var run = await RunAsync("throw");
        Assert.Equal("InvalidOperationException: meant", run.Failure!.Problem);
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

    private Task<NotebookRun> RunAsync(params string[] cells) => RunAsync(TimeSpan.FromSeconds(60), cells);

    private Task<NotebookRun> RunAsync(TimeSpan timeout, params string[] cells)
    {
        var json = $$"""{"cells":[{{string.Join(',', cells.Select(Cell))}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        return new NotebookRunner(Factory, timeout).RunAsync(Notebook.Parse(System.Text.Encoding.UTF8.GetBytes(json), "test.ipynb"), _folder);
    }

    private static string Cell(string code) =>
        $$"""{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":{{System.Text.Json.JsonSerializer.Serialize(code)}}}""";
}
