using System.Diagnostics;
using System.Globalization;

namespace LstmCourse.Cli.Tests.Training;

/// <summary>A training whose process is killed, again and again and at any moment, ends with the weights of one that was left alone.</summary>
public sealed class KilledTrainingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("killed-training-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_killed_training_goes_on_to_the_same_bits()
    {
        var undisturbed = await Run(Path.Combine(_folder, "undisturbed"), killAfter: null);
        Assert.Equal(InterruptibleTraining.Epochs, undisturbed.Epochs.Count);

        // Epochs take a few milliseconds here, and a good part of that is the writing of the checkpoint: the delays cut into all of it.
        var checkpoint = Path.Combine(_folder, "killed");
        var done = 0;
        foreach (var (epochs, milliseconds) in new[] { (1, 0), (6, 1), (6, 3), (6, 7), (6, 12) })
        {
            var part = await Run(checkpoint, (epochs, milliseconds));
            Assert.Null(part.Weights);
            Assert.InRange(part.Epochs[0], done + 1, done + 2); // an epoch whose checkpoint was written may not have been printed any more
            Assert.Equal(Enumerable.Range(part.Epochs[0], part.Epochs.Count), part.Epochs);
            done = part.Epochs[^1];
        }

        var rest = await Run(checkpoint, killAfter: null);
        Assert.InRange(rest.Epochs[0], done + 1, done + 2);
        Assert.Equal(InterruptibleTraining.Epochs, rest.Epochs[^1]);
        Assert.NotNull(rest.Weights);
        Assert.Equal(undisturbed.Weights, rest.Weights);
    }

    private static async Task<(List<int> Epochs, string? Weights)> Run(string checkpoint, (int Epochs, int Milliseconds)? killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(InterruptibleTraining).Assembly.Location, InterruptibleTraining.Verb, checkpoint])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var (epochs, weights) = (new List<int>(), (string?)null);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("weights ", StringComparison.Ordinal)) weights = line;
                else epochs.Add(int.Parse(line.AsSpan("epoch ".Length), CultureInfo.InvariantCulture));
                if (epochs.Count != killAfter?.Epochs) continue;
                await Task.Delay(killAfter.Value.Milliseconds, patience.Token);
                process.Kill();
            }

            await process.WaitForExitAsync(patience.Token);
            Assert.True(killAfter is not null || process.ExitCode == 0, await error);
            return (epochs, weights);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
