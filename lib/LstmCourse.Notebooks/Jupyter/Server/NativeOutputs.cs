using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>
/// Standard output and error of the process, passed on to the cells: now and then while one runs, completely when it has ended.
/// </summary>
internal sealed class NativeOutputs
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly NativeOutput? _output;
    private readonly NativeOutput? _error;
    private readonly object _lock = new();
    private bool _isRunning;

    private NativeOutputs(NativeOutput? output, NativeOutput? error) => (_output, _error) = (output, error);

    /// <summary>Passes nothing on.</summary>
    public static NativeOutputs None { get; } = new(null, null);

    /// <summary>Redirects both.</summary>
    public static NativeOutputs Capture()
    {
        var outputs = new NativeOutputs(
            NativeOutput.CaptureOutput(text => RunningCell.Current?.Buffer.Write("stdout", text)),
            NativeOutput.CaptureError(text => RunningCell.Current?.Buffer.Write("stderr", text)));
        if (outputs._output is not null) new Thread(outputs.DrainWhileRunning, 256 * 1024)
        {
            IsBackground = true,
            Name = "native output"
        }.Start();
        return outputs;
    }

    /// <summary>A cell begins.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _isRunning = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>A cell has ended; returns when all it printed has been passed on.</summary>
    public void End()
    {
        lock (_lock) _isRunning = false;
        _output?.Drain(flush: true);
        _error?.Drain(flush: false);
    }

    private void DrainWhileRunning()
    {
        while (true)
        {
            lock (_lock)
            {
                while (!_isRunning) Monitor.Wait(_lock);
            }

            Thread.Sleep(Interval);
            _output!.Drain(flush: false);
            _error!.Drain(flush: false);
        }
    }
}
