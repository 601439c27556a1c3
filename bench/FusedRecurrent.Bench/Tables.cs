using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace FusedRecurrent.Bench;

/// <summary>Results as a Markdown table on the console, and as JSON in a file.</summary>
internal static class Tables
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal static void Write(Machine machine) => AnsiConsole.WriteLine(Text(
        $"{machine.Processor}, {machine.Processors} processors, {machine.Vectors}, {machine.System}, {machine.Runtime}")
        + Text($"; product of 512³: {machine.ProductSpeed:0} GFLOP/s\n"));

    /// <summary>A line as soon as there is a result: a table of many cases takes minutes.</summary>
    internal static void Progress(StepResult r) => Console.Error.WriteLine(Text($"{r.Name} ({r.Sizes}): {r.Ratio:0.00}×"));

    internal static void Write(IReadOnlyList<StepResult> results)
    {
        Table(
            ["case", "sizes", "nn, 1 thread", "nn, all", "fused, 1", "fused, all", "ratio"],
            results.Select(r => new[]
            {
                r.Name, r.Sizes, Ms(r.Torch1), Ms(r.TorchAll), Ms(r.Fused1), Ms(r.FusedAll), Text($"{r.Ratio:0.00}×"),
            }));
        double mean = Math.Exp(results.Average(r => Math.Log(r.Ratio)));
        AnsiConsole.WriteLine(Text($"geometric mean {mean:0.00}×, lowest {results.Min(r => r.Ratio):0.00}×\n"));
    }

    internal static void Write(IReadOnlyList<LayerResult> results) => Table(
        ["layer", "sizes", "time", "speed", "of product speed"],
        results.Select(r => new[] { r.Name, r.Sizes, Ms(r.Milliseconds), Text($"{r.Speed:0} GFLOP/s"), Text($"{r.Share:0 %}") }));

    internal static void Write(IReadOnlyList<MemoryResult> results) => Table(
        ["case", "sizes", "nn", "fused"], results.Select(r => new[] { r.Name, r.Sizes, Text($"{r.Torch} MB"), Text($"{r.Fused} MB") }));

    internal static void Save(string? path, object results)
    {
        if (path != null)
        {
            File.WriteAllText(path, JsonSerializer.Serialize(results, Json));
        }
    }

    private static string Ms(double milliseconds) => Text($"{milliseconds:0.00} ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Table(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Markdown };
        foreach (string column in columns)
        {
            table.AddColumn(column);
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row);
        }

        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }
}
