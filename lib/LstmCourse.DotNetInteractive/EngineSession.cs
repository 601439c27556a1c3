using LstmCourse.Notebooks.Execution;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Formatting;
using EngineEvent = Microsoft.DotNet.Interactive.Events.KernelEvent;

namespace LstmCourse.DotNetInteractive;

/// <summary>The embedded engine of .NET Interactive with its C# kernel, made to behave like the course's own kernel where it can
/// be.</summary>
internal sealed class EngineSession : IDisposable
{
    // Imports that the course's kernel has and this one has not.
    private const string Preamble = "using System.IO;";

    private readonly CompositeKernel _kernel;
    private readonly EventMapper _mapper = new();

    public EngineSession()
    {
        // Otherwise every number comes as HTML with a style sheet. Types that say how they look are not concerned.
        Formatter.DefaultMimeType = "text/plain";
        var csharp = new CSharpKernel().UseKernelHelpers();
        _kernel = new CompositeKernel { csharp };
        _kernel.UseImportMagicCommand();
        _kernel.DefaultKernelName = csharp.Name;
    }

    /// <summary>Makes the engine ready for the first cell.</summary>
    public Task StartAsync() => _kernel.SendAsync(new SubmitCode(Preamble), CancellationToken.None);

    /// <summary>Executes a cell; returns when the engine is done with it, which for a cell that hangs is never.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="observe">Is given what the cell causes, in order.</param>
    public async Task<CellCompletion> ExecuteAsync(string code, Action<KernelEvent> observe)
    {
        var cell = _mapper.Begin(observe);
        // A result's events lack those of imported notebooks, which only the kernel's own stream has.
        using var subscription = _kernel.KernelEvents.Subscribe(new Listener(_mapper.Observe));
        var result = await _kernel.SendAsync(new SubmitCode(code), CancellationToken.None).ConfigureAwait(false);
        foreach (var happened in result.Events) _mapper.Observe(happened);
        return new CellCompletion(!_mapper.HasFailed, cell);
    }

    public void Dispose() => _kernel.Dispose();

    private sealed class Listener(Action<EngineEvent> next) : IObserver<EngineEvent>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(EngineEvent value) => next(value);
    }
}
