using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>
/// A running kernel that executes the cells of one notebook, one at a time: a Jupyter kernel in a child process, or an embedded engine.
/// </summary>
public interface INotebookKernel : IAsyncDisposable
{
    /// <summary>The most memory the kernel's process has used so far, in bytes; null where it cannot be measured.</summary>
    long? PeakMemory { get; }

    /// <summary>
    /// Executes one cell and returns when the kernel is idle again.
    /// </summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="observe">
    /// Called for each event of this cell in order: by threads and tasks that it left running, even after the method has returned, until
    /// <see cref="FinishAsync"/> has.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancelled when the cell's time is up. The kernel may be unusable afterwards: dispose of it, which ends its process.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the kernel was idle.</exception>
    /// <exception cref="KernelDiedException">The kernel's process ended while the cell ran.</exception>
    Task<CellCompletion> ExecuteAsync(string code, Action<KernelEvent> observe, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the session after its last cell, so that what cells left behind comes to light: late output, and exceptions that nobody caught.
    /// A kernel that has died, or is busy, is left as it is.
    /// </summary>
    Task FinishAsync();
}

/// <summary>Starts kernels of one kind.</summary>
public interface INotebookKernelFactory
{
    /// <summary>The name a user gives to <c>course run --kernel</c>.</summary>
    string Name { get; }

    /// <summary>The language that its cells are written in.</summary>
    string Language { get; }

    /// <summary>Starts a fresh kernel whose working directory is the notebook's folder, and waits until it is ready.</summary>
    /// <exception cref="KernelDiedException">The process ended, or was not ready in time.</exception>
    Task<INotebookKernel> StartAsync(string workingDirectory, CancellationToken cancellationToken);
}

/// <summary>How a cell ended.</summary>
/// <param name="Succeeded">False when it raised an exception or did not compile; an <see cref="ErrorOutput"/> came before.</param>
/// <param name="ExecutionCount">The cell's number in the session, where the engine counts.</param>
public sealed record CellCompletion(bool Succeeded, int? ExecutionCount);

/// <summary>Something a cell caused while it ran.</summary>
public abstract record KernelEvent;

/// <summary>A new output.</summary>
/// <param name="Output">The output.</param>
/// <param name="DisplayId">The id by which later updates name it, if it has one.</param>
public sealed record OutputProduced(CellOutput Output, string? DisplayId = null) : KernelEvent;

/// <summary>New content for every output displayed under an id, in this cell and in earlier ones.</summary>
public sealed record DisplayUpdated(string DisplayId, MimeBundle Data) : KernelEvent;

/// <summary>The cell's outputs so far are to be removed.</summary>
/// <param name="Wait">True when they should stay until the next output arrives, so that nothing flickers.</param>
public sealed record OutputCleared(bool Wait) : KernelEvent;

/// <summary>The kernel's process ended, or never became ready.</summary>
/// <param name="message">One line: what happened, with the exit code where there is one.</param>
/// <param name="lastOutput">What the process last wrote to its own standard output and error.</param>
public sealed class KernelDiedException(string message, string lastOutput) : Exception(message)
{
    /// <summary>What the process last wrote to its own standard output and error; empty if nothing.</summary>
    public string LastOutput { get; } = lastOutput;
}
