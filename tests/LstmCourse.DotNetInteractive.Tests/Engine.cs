using System.Text;
using System.Text.Json;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Execution.Hosting;
using LstmCourse.Testing;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>The engine as it was built, in processes of its own.</summary>
internal static class Engine
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Program { get; } =
        Repository.PathOf("artifacts", "bin", "LstmCourse.DotNetInteractive", Configuration, "LstmCourse.DotNetInteractive.dll");

    public static HostedKernelFactory Factory { get; } = new("dotnet-interactive", Program);

    /// <summary>Executes cells in a fresh engine.</summary>
    /// <returns>What each of them caused, and whether it succeeded.</returns>
    public static async Task<List<(List<KernelEvent> Events, CellCompletion Completion)>> RunAsync(params string[] cells)
    {
        var kernel = await Factory.StartAsync(Path.GetTempPath(), CancellationToken.None);
        await using var _ = kernel;
        var done = new List<(List<KernelEvent>, CellCompletion)>();
        foreach (var cell in cells)
        {
            var events = new List<KernelEvent>();
            done.Add((events, await kernel.ExecuteAsync(cell, events.Add, CancellationToken.None)));
        }

        return done;
    }

    /// <summary>The outputs of events, without updates.</summary>
    public static List<CellOutput> Outputs(this List<KernelEvent> events) =>
        [.. events.OfType<OutputProduced>().Select(happened => happened.Output)];

    /// <summary>Runs a notebook of code cells.</summary>
    public static Task<NotebookRun> RunNotebookAsync(string folder, TimeSpan timeout, params string[] cells)
    {
        var json = $$"""{"cells":[{{string.Join(',', cells.Select(Cell))}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        return new NotebookRunner(Factory, timeout).RunAsync(Notebook.Parse(Encoding.UTF8.GetBytes(json), "test.ipynb"), folder);
    }

    private static string Cell(string code) =>
        $$"""{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":{{JsonSerializer.Serialize(code)}}}""";
}
