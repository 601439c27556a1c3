using System.Diagnostics;
using System.Globalization;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Display;
using LstmCourse.Notebooks.Kernel.Formatting;
using LstmCourse.Notebooks.Kernel.Packages;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// A C# session: executes cells one after the other, each seeing what the ones before declared. A cell that throws, or is interrupted,
/// keeps the variables it had assigned until then.
/// </summary>
internal sealed class CSharpSession : IDisposable
{
    /// <summary>
    /// The name under which libraries find the token that is cancelled when the learner interrupts the running cell:
    /// <c>AppContext.GetData("LstmCourse.CancellationToken") is CancellationToken token</c>.
    /// </summary>
    public const string CancellationDataName = "LstmCourse.CancellationToken";

    private readonly SubmissionLoader _loader;
    private readonly SubmissionCompiler _compiler;
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private readonly object _lock = new();
    private object?[] _states = new object?[8];
    private int _executed;
    private CSharpCompilation? _last;
    private CellThread? _running;

    /// <summary>A session whose <c>#r</c> and <c>#load</c> are relative to a folder, and whose packages are kept in another one.</summary>
    public CSharpSession(string notebookFolder, string? packageCache = null)
    {
        NotebookFolder = notebookFolder;
        InteractiveDisplays.Watch();
        _loader = new SubmissionLoader(message => RunningCell.Current?.Buffer.Write("stderr", $"{message}\n"));
        _compiler = new SubmissionCompiler(notebookFolder, packageCache ?? NuGetPackages.UserCache, _loader);
    }

    /// <summary>What relative paths are relative to.</summary>
    public string NotebookFolder { get; }

    /// <summary>
    /// Whether an interrupted cell that neither guards nor tokens stop is aborted, which the process may not survive. Tests do without,
    /// so that such a cell is a failure and not the end of them.
    /// </summary>
    public bool MayAbort { get; init; } = true;

    /// <summary>Executes a cell; returns when it has ended, and all it wrote on the way has been sent. One call at a time.</summary>
    public SubmissionResult Execute(string code, RunningCell cell)
    {
        var thread = new CellThread(cell, MayAbort);
        lock (_lock)
        {
            LoopGuard.Lower();
            _running = thread;
        }

        SubmissionResult? result = null;
        var hasEnded = thread.Run(() => result = ExecuteOnThread(code, cell, thread));
        lock (_lock) _running = null;
        if (hasEnded)
        {
            thread.Dispose();
        }
        else
        {
            cell.Buffer.Write("stderr",
                "The cell could not be stopped: it is busy in code that cannot be interrupted. It may run on in the background; restart "
                    + "the kernel to end it.\n");
        }

        cell.Buffer.Flush();
        return (hasEnded ? result : null) ?? Interrupted;
    }

    /// <summary>Stops the running cell, if there is one. May be called from any thread.</summary>
    public void Interrupt()
    {
        lock (_lock) _running?.Interrupt();
    }

    /// <summary>Code as it would be compiled after the cells so far, to look things up in. Not while a cell runs.</summary>
    public CSharpCompilation LookInto(string code) => _compiler.CreateCompilation(code, "cell", _last, CancellationToken.None);

    /// <summary>The objects whose fields are the variables of the cells so far, newest first. Not while a cell runs.</summary>
    public IEnumerable<object?> States => _states.Reverse();

    public void Dispose() => _loader.Dispose();

    private static SubmissionResult Interrupted { get; } = new(null,
        new ErrorOutput("Interrupted", "the cell was interrupted", ["Interrupted: the cell was interrupted"]));

    private SubmissionResult ExecuteOnThread(string code, RunningCell cell, CellThread thread)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        cell.Enter();
        AppContext.SetData(CancellationDataName, cell.Cancellation);
        var start = Stopwatch.GetTimestamp();
        var directives = new CellDirectives(code, []);
        try
        {
            directives = CellDirectives.Read(code);
            foreach (var source in directives.PackageSources) _compiler.AddPackageSource(source);
            if (directives.ShowsAbout) Show(KernelAbout.Text, cell);
            if (directives.Markdown is { } markdown) Show(NotebookHelpers.Markdown(markdown), cell);
            var submission = _compiler.Compile(directives.Code, cell.Name, _last, cell.Cancellation);
            ReportWarnings(submission, cell);
            _last = submission.Compilation;
            using var reflection = _loader.EnterContextualReflection();
            foreach (var extension in _compiler.TakeExtensions()) PackageExtension.Load(extension, _loader, cell);
            if (submission.Run is not { } run) return new SubmissionResult(null, null);
            var states = MakeRoom();
            return thread.RunAbortable(() => run(states), value => new SubmissionResult(ResultOf(submission, value), null));
        }
        catch (CompilationFailedException e)
        {
            return new SubmissionResult(null, CompilationReport.Of(e.Errors));
        }
        catch (DirectiveException e)
        {
            return new SubmissionResult(null,
                new ErrorOutput("UnknownCommand", $"{cell.Name}, {e.Message}", [$"{cell.Name}, {e.Message}"]));
        }
        catch (PackageException e)
        {
            return new SubmissionResult(null, new ErrorOutput("PackageError", e.Message, [$"PackageError: {e.Message}"]));
        }
        catch (Exception) when (thread.IsInterrupted)
        {
            // Whatever an interrupt becomes on its way up: a parallel loop, for one, wraps it.
            return Interrupted;
        }
        catch (Exception e)
        {
            return new SubmissionResult(null, ExceptionReport.Of(e));
        }
        finally
        {
            if (directives.ShowsTime) Show(WallTime(Stopwatch.GetElapsedTime(start)), cell);
            if (directives.ShowsNames) Show(SessionVariable.Of(_states).Select(variable => variable.Name).ToList(), cell);
            if (directives.ShowsVariables) Show(SessionVariable.Of(_states), cell);
        }
    }

    private static void Show(object value, RunningCell cell) => cell.Display(ValueFormatter.Format(value), cell.NextDisplayId());

    private static string WallTime(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"Wall time: {time.TotalMilliseconds:0.0} ms");

    // What is on display already need not be shown again.
    private static MimeBundle? ResultOf(Submission submission, object? value) =>
        submission.HasValue(value) && !InteractiveDisplays.IsOne(value) ? ValueFormatter.Format(value) : null;

    // Cell n keeps its variables in slot n; slot 0 would be a host object's.
    private object?[] MakeRoom()
    {
        _executed++;
        if (_executed >= _states.Length) Array.Resize(ref _states, _states.Length * 2);
        return _states;
    }

    private void ReportWarnings(Submission submission, RunningCell cell)
    {
        foreach (var warning in submission.Warnings)
        {
            if (_warned.Add($"{warning.Id} {warning.GetMessage(CultureInfo.InvariantCulture)}"))
            {
                cell.Buffer.Write("stderr", $"{CompilationReport.OneLine(warning)}\n");
            }
        }
    }
}
