using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LstmCourse.Cli.Benchmarks;

/// <summary>How PyTorch is run: its own threads, and those of its BLAS library, which only an environment variable sets.</summary>
internal sealed record PyTorchSetting(int Threads, int BlasThreads)
{
    public override string ToString() => $"{Threads}+{BlasThreads}";
}

/// <summary>A Python process with PyTorch that repeats steps on request: <c>bench/pytorch/steps.py</c>.</summary>
internal sealed class PyTorchPeer : IDisposable
{
    /// <summary>Names another Python than /usr/bin/python3 or the one on the path.</summary>
    public const string PythonVariable = "COURSE_PYTHON";

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Process _process;

    private PyTorchPeer(Process process) => _process = process;

    /// <summary>Starts the process and waits until PyTorch is loaded.</summary>
    /// <exception cref="CommandException">There is no Python with PyTorch.</exception>
    public static PyTorchPeer Start(int blasThreads)
    {
        var start = new ProcessStartInfo(Python, [Path.Combine(CourseFolders.Find().Root, "bench", "pytorch", "steps.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OPENBLAS_NUM_THREADS"] = blasThreads.ToString(CultureInfo.InvariantCulture);
        start.Environment["MKL_NUM_THREADS"] = blasThreads.ToString(CultureInfo.InvariantCulture);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Missing($"cannot start {Python}");
        }

        var peer = new PyTorchPeer(process);
        try
        {
            peer.Memory();
            return peer;
        }
        catch (IOException)
        {
            string error = process.StandardError.ReadToEnd();
            peer.Dispose();
            throw Missing(error.Contains("No module named 'torch'", StringComparison.Ordinal)
                ? $"{Python} has no module torch"
                : string.IsNullOrWhiteSpace(error) ? $"{Python} does not answer" : error.TrimEnd().Split('\n')[^1]);
        }
    }

    /// <summary>Repeats a case; denormal numbers count as zero, which is PyTorch's faster setting.</summary>
    /// <returns>The seconds of every repetition.</returns>
    public List<double> Repeat(StepCase step, int threads, TimeSpan time)
    {
        var request = JsonSerializer.SerializeToNode(step, Options)!.AsObject();
        request["threads"] = threads;
        request["flush_denormals"] = true;
        request["seconds"] = time.TotalSeconds;
        return [.. Ask(request)["times"]!.AsArray().Select(seconds => (double)seconds!)];
    }

    /// <summary>Peak resident bytes of the process so far.</summary>
    public long Memory() => (long)Ask(new JsonObject { ["memory"] = true })["bytes"]!;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string Python =>
        Environment.GetEnvironmentVariable(PythonVariable) is { Length: > 0 } named ? named
        : File.Exists("/usr/bin/python3") ? "/usr/bin/python3" // Debian's, which sees python3-torch
        : "python3";

    private static CommandException Missing(string reason) => new(
        $"expected Python with PyTorch to compare with, but {reason}. Install it (Debian and Ubuntu: apt-get install python3-torch; elsewhere: pip install torch) or name another Python in {PythonVariable}.");

    private JsonNode Ask(JsonNode request)
    {
        _process.StandardInput.WriteLine(request.ToJsonString());
        _process.StandardInput.Flush();
        string? answer = _process.StandardOutput.ReadLine();
        return answer is null ? throw new IOException("The Python process ended.") : JsonNode.Parse(answer)!;
    }
}
