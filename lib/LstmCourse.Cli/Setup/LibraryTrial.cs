using LstmCourse.Cli.Running;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Setup;

/// <summary>Loads a published library in a kernel of its own, as a notebook would, and asks what became of libtorch.</summary>
internal static class LibraryTrial
{
    /// <summary>Loads the library.</summary>
    /// <param name="script">The script that leads to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the library says of libtorch, in one line.</returns>
    /// <exception cref="TrialException">It does not load; the message says why.</exception>
    public static async Task<string> RunAsync(string script, CancellationToken cancellationToken)
    {
        // A tensor too: the loader may find all in place and TorchSharp still not.
        var code = $$"""
            #load "{{script.Replace('\\', '/')}}"
            var status = FusedRecurrent.TorchRuntime.Load();
            TorchSharp.torch.ones(2).Dispose();
            Console.Write($"TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version!.ToString(3)}, {status}");
            """;
        var (report, error) = ("", (ErrorOutput?)null);
        try
        {
            var kernel = await Kernels.Course().StartAsync(Path.GetDirectoryName(script)!, cancellationToken).ConfigureAwait(false);
            await using var _ = kernel.ConfigureAwait(false);
            await kernel.ExecuteAsync(code, Observe, cancellationToken).ConfigureAwait(false);
        }
        catch (KernelDiedException e)
        {
            throw new TrialException(e.Message);
        }

        return error is null ? report.Trim() : throw new TrialException(error.Message);

        void Observe(KernelEvent happened)
        {
            if (happened is OutputProduced { Output: StreamOutput { Name: "stdout" } stream }) report += stream.Text;
            else if (happened is OutputProduced { Output: ErrorOutput failure }) error = failure;
        }
    }
}

/// <summary>The published library does not load.</summary>
/// <param name="reason">Why.</param>
internal sealed class TrialException(string reason) : Exception($"the course library does not load: {reason}");
