using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LstmCourse.Cli.Benchmarks;
using Spectre.Console;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course bench</c>: how fast this machine trains and runs the course's models.</summary>
internal static class BenchCommand
{
    private const string PyTorch = "pytorch";

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the results as JSON.", Recursive = true };
        var milliseconds = OptionTypes.Count("--milliseconds", "How long each step is repeated in each of three rounds.", 400);
        var versus = new Option<string?>("--vs") { Description = "Run the same steps in PyTorch too, in alternation, at 1 thread and at all.", HelpName = PyTorch };
        versus.AcceptOnlyFromAmong(PyTorch);
        var only = new Option<string?>("--only") { Description = "Only the cases whose name contains this.", HelpName = "TEXT" };

        var command = new Command("bench", "Time whole training steps and inference passes.") { json, milliseconds, versus, only };
        command.SetAction((arguments, cancellation) => Run(
            StepCase.All, arguments.GetValue(only), arguments.GetValue(milliseconds), arguments.GetValue(versus) is not null, arguments.GetValue(json), cancellation));

        var growth = new Command("growth", "Time against the number of time steps, the batch and the hidden size, beside PyTorch's.") { milliseconds, only };
        growth.SetAction((arguments, cancellation) => Run(
            StepCase.Growth, arguments.GetValue(only), arguments.GetValue(milliseconds), withPyTorch: true, arguments.GetValue(json), cancellation));
        command.Add(growth);

        var memory = new Command("memory", "Peak memory of a sentiment training run, beside PyTorch's.");
        memory.SetAction((arguments, _) => RunMemory(arguments.GetValue(json)));
        command.Add(memory);
        command.Add(SentimentBenchCommand.Create(json));
        return command;
    }

    private static Task<int> Run(
        IReadOnlyList<StepCase> cases, string? only, int milliseconds, bool withPyTorch, bool json, CancellationToken cancellation)
    {
        StepCase[] chosen = [.. cases.Where(step => only is null || step.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
        if (chosen.Length == 0)
        {
            throw new CommandException($"expected part of a case's name after --only, got '{only}'. Cases: {string.Join(", ", cases.Select(step => step.Name))}.");
        }

        using var benchmark = new StepBenchmark(TimeSpan.FromMilliseconds(milliseconds), withPyTorch);
        var results = new List<StepResult>();
        foreach (var step in chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!json && !Console.IsOutputRedirected) Console.Error.WriteLine(step.Name);
            results.Add(benchmark.Run(step));
        }

        if (json)
        {
            Console.Out.WriteLine(StepReport.ToJson(results));
        }
        else
        {
            Write(StepReport.ToTable(results));
            if (StepReport.Footer(results) is { } footer) Console.Out.WriteLine(footer);
        }

        return Task.FromResult(0);
    }

    private static Task<int> RunMemory(bool json)
    {
        var time = TimeSpan.FromSeconds(3);
        var sentiment = StepCase.All[0];
        long theirs;
        using (var peer = PyTorchPeer.Start(blasThreads: 1))
        {
            peer.Repeat(sentiment, 1, time);
            theirs = peer.Memory();
        }

        using var runner = new StepRunner(sentiment);
        runner.Repeat(time);
        using var process = Process.GetCurrentProcess();
        long ours = process.PeakWorkingSet64;
        Console.Out.WriteLine(json
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"peakBytes": {{ours}}, "pyTorchPeakBytes": {{theirs}}, "share": {{(double)ours / theirs:0.###}}}""")
            : string.Create(CultureInfo.InvariantCulture, $"{sentiment.Description}: peak memory {ours / 1e6:0} MB, PyTorch's {theirs / 1e6:0} MB: {100.0 * ours / theirs:0} %"));
        return Task.FromResult(0);
    }

    private static void Write(Table table)
    {
        if (!Console.IsOutputRedirected)
        {
            AnsiConsole.Write(table);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 200;
        console.Write(table);
    }
}
