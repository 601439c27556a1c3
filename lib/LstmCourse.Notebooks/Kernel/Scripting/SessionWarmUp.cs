using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Compiles and runs a few lines that nobody sees, while the learner still reads the first page: the compiler is itself compiled on first
/// use,
/// which takes most of a second.
/// </summary>
internal static class SessionWarmUp
{
    private static readonly string[] Lines =
    [
        "record Warm(int A, double B); string F(int n) => $\"{n} {Enumerable.Range(0, n).Select(x => x * 0.5).Sum()}\";",
        "var warm = new List<Warm> { new(1, 2) }; foreach (var w in warm) { F(w.A); } await Task.CompletedTask; warm",
    ];

    public static void StartInBackground() =>
        new Thread(Run) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "warm-up" }.Start();

    private static void Run()
    {
        try
        {
            CompileAndRun();
        }
        catch (Exception)
        {
            // Whatever is wrong, the first cell will say so to somebody who can read it.
        }
    }

    private static void CompileAndRun()
    {
        using var loader = new SubmissionLoader(_ => { });
        var folder = Path.GetTempPath();
        var compiler = new SubmissionCompiler(folder, folder, loader);
        var states = new object?[Lines.Length + 1];
        Submission? previous = null;
        foreach (var line in Lines)
        {
            previous = compiler.Compile(line, "warm-up", previous?.Compilation, CancellationToken.None);
            // Both lines complete synchronously.
            ValueFormatter.Format(previous.Run!(states).GetAwaiter().GetResult());
        }
    }
}
