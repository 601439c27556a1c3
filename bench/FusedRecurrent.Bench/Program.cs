using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FusedRecurrent;
using FusedRecurrent.Bench;

// Before anything names a tensor: libtorch may need help to load.
TorchRuntime.Load();
var quick = new Option<bool>("--quick") { Description = "shorter and fewer rounds: a first look, in a minute", Recursive = true };
var json = new Option<string?>("--json") { Description = "also write the results to this file", Recursive = true };
var only = new Option<string?>("--only") { Description = "only cases whose name contains this", Recursive = true };
var root = new RootCommand("Times FusedRecurrent's layers beside libtorch's own. Without a command: everything.") { quick, json, only };
Command Add(string name, string description, Func<ParseResult, object> run)
{
    var command = new Command(name, description);
    command.SetAction(parsed => Tables.Save(parsed.GetValue(json), run(parsed)));
    root.Subcommands.Add(command);
    return command;
}

Add("cases", "the seven models", parsed => Report(parsed, Steps(parsed, StepCase.Seven)));
Add("growth", "the sentiment step against time steps, batch and hidden size", parsed => Report(parsed, Steps(parsed, StepCase.Growth)));
Add("layers", "layers alone against the machine's product speed", parsed => Report(parsed, Layers(parsed)));
Add("memory", "peak memory of a training run", parsed => Report(parsed, Memory(parsed)));
var child = new Command("memory-of") { Hidden = true };
var which = new Argument<int>("case");
var fused = new Argument<bool>("fused");
child.Arguments.Add(which);
child.Arguments.Add(fused);
child.SetAction(parsed => PeakMemory.Run(StepCase.Seven[parsed.GetValue(which)], parsed.GetValue(fused)));
root.Subcommands.Add(child);
root.SetAction(parsed => Tables.Save(parsed.GetValue(json), Report(
    parsed,
    new
    {
        Cases = Steps(parsed, StepCase.Seven),
        Growth = Steps(parsed, StepCase.Growth),
        Layers = Layers(parsed),
        Memory = Memory(parsed),
    })));
return root.Parse(args).Invoke();

object Report(ParseResult parsed, object results)
{
    var machine = Machine.Measure(ClockFor(parsed));
    Tables.Write(machine);
    return new { Date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Machine = machine, Results = results };
}

Clock ClockFor(ParseResult parsed) => parsed.GetValue(quick) ? new(3, 60) : new(5, 200);

StepCase[] Selected(ParseResult parsed, StepCase[] cases) =>
    [.. cases.Where(c => c.Name.Contains(parsed.GetValue(only) ?? "", StringComparison.OrdinalIgnoreCase))];

List<StepResult> Steps(ParseResult parsed, StepCase[] cases)
{
    var results = new List<StepResult>();
    foreach (var step in Selected(parsed, cases))
    {
        using StepModel theirs = new(step, fused: false), ours = new(step, fused: true);
        Action OnThreads(int threads) => () =>
        {
            FusedOptions.Threads = threads;
            ours.Run();
        };
        int all = Environment.ProcessorCount;
        double[] best = ClockFor(parsed).Best((theirs.Run, 1), (theirs.Run, all), (OnThreads(1), 1), (OnThreads(all), 1));
        results.Add(new(step.Name, step.Sizes, best[0], best[1], best[2], best[3]));
        Tables.Progress(results[^1]);
    }

    Tables.Write(results);
    return results;
}

List<LayerResult> Layers(ParseResult parsed)
{
    double speed = Machine.Measure(ClockFor(parsed)).ProductSpeed;
    var results = new List<LayerResult>();
    foreach (var step in Selected(parsed, [.. StepCase.Seven, .. StepCase.Growth.Where(c => c.Name.StartsWith('H'))]))
    {
        using var ours = new StepModel(step, fused: true);
        FusedOptions.Threads = Environment.ProcessorCount;
        double time = ClockFor(parsed).Best((ours.RunLayer, 1))[0];
        double layer = step.LayerOperations / time / 1e6;
        results.Add(new(step.Name, step.Sizes, time, layer, layer / speed));
    }

    Tables.Write(results);
    return results;
}

List<MemoryResult> Memory(ParseResult parsed)
{
    var results = new List<MemoryResult>();
    foreach (var step in Selected(parsed, [.. StepCase.Seven.Where(c => c.Trains)]))
    {
        long Peak(bool ofFused)
        {
            string number = Array.IndexOf(StepCase.Seven, step).ToString(CultureInfo.InvariantCulture);
            var start = new ProcessStartInfo(Environment.ProcessPath!, [.. PeakMemory.Host(), "memory-of", number, ofFused.ToString()])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            return long.Parse(process.StandardOutput.ReadToEnd().Trim(), CultureInfo.InvariantCulture) >> 20;
        }

        results.Add(new(step.Name, step.Sizes, Peak(ofFused: false), Peak(ofFused: true)));
    }

    Tables.Write(results);
    return results;
}
