using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Server;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>A kernel's process.</summary>
internal sealed class KernelProcess : IDisposable
{
    private static readonly TimeSpan LastOutputTime = TimeSpan.FromMilliseconds(500);

    // In cells a recursion is an exception; this one went through code that no compiler of ours has seen.
    private const string StackOverflow =
        " (calls without end, or too many, in code that is compiled elsewhere filled the stack: shorten that, then run the notebook from "
            + "the top)";

    private readonly Process _process;
    private readonly OutputTail _tail = new();
    private readonly string _outputFolder;
    private long? _peakMemory;

    /// <summary>Starts the process of a kernelspec.</summary>
    /// <exception cref="KernelDiedException">Its program cannot be started.</exception>
    public KernelProcess(KernelSpec spec, string connectionFile, string workingDirectory)
    {
        _outputFolder = Path.GetDirectoryName(connectionFile)!;
        var start = new ProcessStartInfo(spec.Arguments[0])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in spec.Arguments.Skip(1)) start.ArgumentList.Add(
            argument.Replace("{connection_file}", connectionFile, StringComparison.Ordinal));
        foreach (var (name, value) in spec.Environment) start.Environment[name] = value;
        var ownId = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        start.Environment[ParentWatch.ParentVariable] = ownId;
        start.Environment[NativeOutput.FolderVariable] = _outputFolder;
        // On Windows other kernels expect a handle there.
        if (!OperatingSystem.IsWindows()) start.Environment["JPY_PARENT_PID"] = ownId;
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new KernelDiedException($"the kernel '{spec.Name}' could not be started: {e.Message} ({spec.Arguments[0]})", "");
        }

        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, data) => _tail.Add(data.Data);
        _process.ErrorDataReceived += (_, data) => _tail.Add(data.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync();
    }

    /// <summary>Completes when the process has ended and its output was read.</summary>
    public Task Exited { get; }

    public int Id => _process.Id;

    /// <summary>The most memory the process has used, as far as it was looked at; null where the system does not tell.</summary>
    public long? PeakMemory
    {
        get
        {
            try
            {
                _process.Refresh();
                if (!_process.HasExited && _process.PeakWorkingSet64 is > 0 and var peak) _peakMemory = peak;
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
            {
                // It has just ended; what was seen before stands.
            }

            return _peakMemory;
        }
    }

    /// <summary>What to throw when the process has ended although it should not have.</summary>
    public async Task<KernelDiedException> DiedAsync()
    {
        // A grandchild may keep the output open.
        await Task.WhenAny(Exited, Task.Delay(LastOutputTime)).ConfigureAwait(false);
        var lastOutput = LastOutput;
        if (!_process.HasExited) return new KernelDiedException("the kernel does not answer", lastOutput);
        var meaning = _tail.TellsOfOverflow ? StackOverflow : Meaning(_process.ExitCode);
        return new KernelDiedException(string.Create(CultureInfo.InvariantCulture,
            $"the kernel's process ended with exit code {_process.ExitCode}{meaning}"), lastOutput);
    }

    /// <summary>What the process last wrote to its standard output and error, where a kernel of ours may have led them to a file.</summary>
    public string LastOutput
    {
        get
        {
            try
            {
                foreach (var line in File.ReadLines(Path.Combine(_outputFolder, NativeOutput.ErrorFile))) _tail.Add(line);
            }
            catch (IOException)
            {
                // There is no such file.
            }

            return _tail.ToString();
        }
    }

    /// <summary>Ends the process and all that it started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It had ended already.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static string Meaning(int exitCode) => exitCode switch
    {
        134 => " (it aborted itself)",
        137 => " (it was killed, perhaps for using too much memory)",
        139 => " (a fault in native code, or a stack that overflowed)",
        143 => " (it was asked to end)",
        _ => "",
    };
}
