using System.Diagnostics;
using System.Globalization;

namespace FusedRecurrent.Tests.Processes;

/// <summary>
/// The test assembly as a program, for what holds for a whole process: its memory, and the width of its vectors, which is fixed when it
/// begins.
/// </summary>
internal static class ChildProgram
{
    public static int Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case [TrainingHash.Verb, ..]: TrainingHash.Run(arguments[1..]); return 0;
            case [MemoryScenarios.Verb, var scenario, var steps]:
                MemoryScenarios.Run(scenario, int.Parse(steps, CultureInfo.InvariantCulture));
                return 0;
            case [OperationHashes.Verb]: OperationHashes.Run(); return 0;
            case [PeakMemory.Verb, var layer]: PeakMemory.Run(layer); return 0;
            default: Console.Error.WriteLine($"expected a verb, got '{string.Join(' ', arguments)}'"); return 2;
        }
    }

    /// <summary>
    /// Runs the program and returns the lines that it printed; it must end well. A setting without a value takes the variable away.
    /// </summary>
    internal static async Task<string[]> StartAsync(string[] arguments, params (string Variable, string? Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildProgram).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in settings)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
