using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace LstmCourse.Cli.Benchmarks;

/// <summary>Results as a table or as JSON.</summary>
internal static class StepReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The geometric mean of the ratios, or null without a comparison.</summary>
    public static double? GeometricMean(IReadOnlyList<StepResult> results) =>
        results.Count == 0 || results.Any(result => result.Ratio is null)
            ? null
            : Math.Exp(results.Average(result => Math.Log(result.Ratio!.Value)));

    public static string ToJson(IReadOnlyList<StepResult> results) => JsonSerializer.Serialize(
        new { unit = "seconds per step, median of the best round", results, geometricMean = GeometricMean(results) }, Options);

    public static Table ToTable(IReadOnlyList<StepResult> results)
    {
        bool compared = results.Any(result => result.PyTorch is not null);
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("case", "sizes");
        string[] numbers = ["1 thread", $"{Environment.ProcessorCount} threads", "allocated"];
        foreach (string number in compared ? [.. numbers, "PyTorch", "threads+BLAS", "ratio"] : numbers)
        {
            table.AddColumn(new TableColumn(number).RightAligned());
        }

        foreach (var result in results)
        {
            string[] row = [result.Case.Name, result.Case.Description, Milliseconds(result.OneThread), Milliseconds(result.AllThreads), Kilobytes(result.Allocated)];
            table.AddRow(compared
                ? [.. row, Milliseconds(result.PyTorch!.Value), result.PyTorchSetting!.ToString(), Text($"{result.Ratio:0.0}×")]
                : row);
        }

        return table;
    }

    /// <summary>What stands below the table.</summary>
    public static string? Footer(IReadOnlyList<StepResult> results) => GeometricMean(results) is { } mean
        ? Text($"geometric mean {mean:0.0}×, lowest {results.Min(result => result.Ratio):0.0}×; PyTorch at its best of 1 and {Environment.ProcessorCount} threads, with denormal numbers flushed to zero")
        : null;

    private static string Milliseconds(double seconds) => Text($"{seconds * 1e3:0.00} ms");

    private static string Kilobytes(long bytes) => Text($"{bytes / 1024.0:0.0} KB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
