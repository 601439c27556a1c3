using System.Collections.Immutable;
using System.Globalization;
using LstmCourse.Notebooks.Execution;
using Spectre.Console;
using PlainText = Spectre.Console.Text;

namespace LstmCourse.Cli.Running;

/// <summary>The table at the end of a run.</summary>
internal static class RunTable
{
    // Wide enough for a file or a pipe to hold each notebook on one line.
    private const int RedirectedWidth = 200;

    public static void Write(ImmutableArray<NotebookResult> results, RunReport report)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
            console.Profile.Width = RedirectedWidth;
        }

        console.Write(Create(results));
        AnsiConsole.WriteLine($"{report.Passed} passed, {report.Failed} failed");
    }

    public static Table Create(ImmutableArray<NotebookResult> results)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn("notebook");
        table.AddColumn(new TableColumn("cells").RightAligned());
        table.AddColumn(new TableColumn("time").RightAligned());
        table.AddColumn(new TableColumn("peak memory").RightAligned());
        table.AddColumn("result");
        foreach (var result in results)
        {
            table.AddRow(
                new PlainText(result.File.DisplayName),
                new PlainText(CellCount(result)),
                new PlainText(Seconds(result.Run.Elapsed)),
                new PlainText(Megabytes(result.Run.PeakMemory)),
                new PlainText(Describe(result), new Style(result.Outcome == NotebookOutcome.Passed ? Color.Green : Color.Red)));
        }

        return table;
    }

    /// <summary>The result in a few words.</summary>
    public static string Describe(NotebookResult result)
    {
        var cell = result.Run.Failure?.Cell.Number;
        return result.Outcome switch
        {
            NotebookOutcome.Passed when result.IsFlaky => $"passed at attempt {result.Attempts} (flaky)",
            NotebookOutcome.Passed => result.Updated ? "updated" : "passed",
            NotebookOutcome.Differs => $"differs in {Cells(result.Differences.Select(difference => difference.Cell).Distinct().Count())}",
            NotebookOutcome.Failed => $"cell {cell} failed",
            NotebookOutcome.TimedOut => $"cell {cell} timed out",
            _ => cell is null ? "kernel did not start" : $"kernel died in cell {cell}",
        };
    }

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Megabytes(long? bytes) =>
        bytes is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    private static string CellCount(NotebookResult result)
    {
        var run = result.Run.Cells.Count(cell => cell.Cell.Number is not null && cell.Status != CellStatus.NotRun);
        var all = result.Run.Cells.Count(cell => cell.Cell.Number is not null);
        return run == all ? $"{all}" : $"{run} of {all}";
    }
}
