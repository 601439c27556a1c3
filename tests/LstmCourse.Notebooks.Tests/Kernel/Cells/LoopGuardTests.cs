using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;
using LstmCourse.Notebooks.Tests.Kernel.Assistance;

namespace LstmCourse.Notebooks.Tests.Kernel.Cells;

/// <summary>
/// What runs for ever in a cell is stopped by a guard in its own code, and by nothing else: the session may not abort it, nothing in it
/// waits, and the exception that ends it is the guard's. What it calls is the test's, has no guard, and ends with the test at the latest.
/// </summary>
[Collection(KernelTests.Name)]
public sealed class LoopGuardTests : IDisposable
{
    private const int Rounds = 1_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly CSharpSession _session;
    private long _rounds;
    private volatile bool _isOver;
    private volatile Exception? _end;

    public LoopGuardTests()
    {
        _session = new CSharpSession(_folder.FullName) { MayAbort = false };
        AppContext.SetData("test.on", (Func<bool>)On);
        AppContext.SetData("test.endless", Endless());
        AppContext.SetData("test.stream", Stream());
        AppContext.SetData("test.end", (Action<Exception>)(e => _end = e));
        Execute("""
            var on = (Func<bool>)AppContext.GetData("test.on");
            var endless = (IEnumerable<int>)AppContext.GetData("test.endless");
            var stream = (IAsyncEnumerable<int>)AppContext.GetData("test.stream");
            var end = (Action<Exception>)AppContext.GetData("test.end");
            """);
    }

    [Theory]
    [InlineData("while", "while (on()) { }")]
    [InlineData("while without braces", "while (on()) ;")]
    [InlineData("do", "do { } while (on());")]
    [InlineData("for", "for (; on();) { }")]
    [InlineData("foreach", "foreach (var i in endless) { }")]
    [InlineData("foreach that takes apart", "foreach (var (i, j) in endless.Zip(endless)) { }")]
    [InlineData("await foreach", "await foreach (var i in stream) { }")]
    [InlineData("goto", "again: if (on()) goto again;")]
    [InlineData("goto case", "switch (1) { case 1: if (on()) goto case 1; break; }")]
    [InlineData("goto default", "switch (1) { default: if (on()) goto default; break; }")]
    [InlineData("a method that calls itself", "F(80);", "bool F(int n) => n < 0 ? on() : F(n - 1) & F(n - 2);")]
    [InlineData("a method with a body", "F(80);", "void F(int n) { if (n < 0) on(); else { F(n - 1); F(n - 2); } }")]
    [InlineData("a method of a class", "new C { on = on }.F(80);",
        "class C { public Func<bool> on; public bool F(int n) => n < 0 ? on() : F(n - 1) & F(n - 2); }")]
    [InlineData("a local function that calls itself", "bool F(int n) => n < 0 ? on() : F(n - 1) & F(n - 2); F(80);")]
    [InlineData("a local function with a body", "void F(int n) { if (n < 0) on(); else { F(n - 1); F(n - 2); } } F(80);")]
    [InlineData("an asynchronous function that calls itself", "await F(80);",
        "async Task<bool> F(int n) => n < 0 ? on() : await F(n - 1) & await F(n - 2);")]
    [InlineData("a lambda that calls itself", "f(80);", "Func<int, bool> f = null; f = n => n < 0 ? on() : f(n - 1) & f(n - 2);")]
    [InlineData("a lambda in a parallel loop",
        "Parallel.For(0L, long.MaxValue, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => on());")]
    [InlineData("a lambda with a body in a parallel loop",
        "Parallel.For(0L, long.MaxValue, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => { on(); });")]
    [InlineData("a lambda that LINQ calls", "endless.Count(i => i < 0);")]
    [InlineData("a lambda with brackets", "endless.Select((i, n) => i).Count();")]
    [InlineData("a lambda with brackets and a body", "endless.Select((i, n) => { return i; }).Count();")]
    [InlineData("a method that LINQ calls", "endless.Count(IsIt);", "bool IsIt(int i) => i < 0;")]
    [InlineData("an asynchronous loop", "await Loop();", "async Task Loop() { while (on()) await Task.Yield(); }")]
    [InlineData("an asynchronous loop that never waits", "while (await Task.FromResult(on())) { }")]
    [InlineData("an asynchronous lambda", "Func<Task> f = async () => { while (on()) await Task.Yield(); }; await f();")]
    [InlineData("an iterator", "Ones().Count();", "IEnumerable<int> Ones() { while (on()) yield return 1; }")]
    [InlineData("an anonymous method", "endless.Count(delegate (int i) { return i < 0; });")]
    [InlineData("where", "(from i in endless where i < 0 select i).Count();")]
    [InlineData("where with brackets", "(from i in(endless)where(i < 0)select(i)).Count();")]
    [InlineData("select", "(from i in endless select i + 1).Count();")]
    [InlineData("select of all", "(from i in endless select i).Count();")]
    [InlineData("let", "(from i in endless let j = i select j).Count();")]
    [InlineData("into", "(from i in endless select i into j where j < 0 select j).Count();")]
    [InlineData("from and from nothing", "(from i in endless from j in Enumerable.Empty<int>() select j).Count();")]
    [InlineData("from and from something endless", "(from i in Enumerable.Repeat(1, 1) from j in endless select j).Count();")]
    [InlineData("join of something endless", "(from i in endless join j in Enumerable.Repeat(2, 1) on i equals j select j).Count();")]
    [InlineData("join with something endless", "(from i in Enumerable.Repeat(1, 1) join j in endless on i equals j select j).Count();")]
    [InlineData("group", "(from i in endless group i by i).Count();")]
    [InlineData("a query in parallel", "(from i in endless.AsParallel().WithDegreeOfParallelism(1) where i < 0 select i).Count();")]
    [InlineData("an asynchronous query", "var query = from i in stream where i < 0 select i; await query.CountAsync();")]
    [InlineData("an asynchronous iterator", "await foreach (var i in Ones()) { }",
        "async IAsyncEnumerable<int> Ones() { while (on()) { await Task.CompletedTask; yield return 1; } }")]
    public void A_guard_stops_what_never_ends(string kind, string code, string declarations = "")
    {
        Execute(declarations);
        AssertIsGuarded(kind, Caught(code));
    }

    [Theory]
    [InlineData("a script's loop", "try { while (on()) { } } catch (Exception e) { end(e); throw; }", "")]
    [InlineData("a script's function", "void F(int n) { if (n < 0) on(); else { F(n - 1); F(n - 2); } }", "F(80);")]
    [InlineData("a script's query", "var query = from i in endless where i < 0 select i;", "query.Count();")]
    [InlineData("what a script's script declares", "#load \"inner.csx\"\nvar mine = 1;", "inner.Count();")]
    [InlineData("a loop beside a script", "var mine = 1;", "while (on()) mine++;")]
    public void A_guard_stops_loaded_scripts(string kind, string script, string code)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "outer.csx"), script);
        File.WriteAllText(Path.Combine(_folder.FullName, "inner.csx"), "var inner = endless.Select(i => i);");
        AssertIsGuarded(kind, $"#load \"outer.csx\"\n{Caught(code)}");
    }

    public void Dispose()
    {
        _isOver = true;
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Caught(string code) => $"try {{ {code} }} catch (Exception e) {{ end(e); throw; }}";

    private void AssertIsGuarded(string kind, string code)
    {
        using var cell = new RunningCell(2, new SilentOutput());
        SubmissionResult? result = null;
        var running = new Thread(() => result = _session.Execute(code, cell));
        running.Start();
        // Well into it, unless it does not compile.
        while (Interlocked.Read(ref _rounds) < Rounds && running.IsAlive) Thread.Yield();
        _session.Interrupt();
        running.Join();
        Assert.True(result!.Error?.Name == "Interrupted", $"{kind}: {result.Error?.Message ?? "no error"}");
        var exception = _end is AggregateException { InnerExceptions: [var only] } ? only : _end;
        Assert.True(exception is CellInterruptedException, $"{kind}: ended by {exception?.ToString() ?? "nothing"}");
    }

    private void Execute(string code)
    {
        using var cell = new RunningCell(1, new SilentOutput());
        Assert.Null(_session.Execute(code, cell).Error);
    }

    private bool On()
    {
        if (_isOver) throw new InvalidOperationException("the test is over");
        Interlocked.Increment(ref _rounds);
        // Slow enough that what gathers elements stays small.
        Thread.SpinWait(10);
        return true;
    }

    private IEnumerable<int> Endless()
    {
        while (On()) yield return 1;
    }

    private async IAsyncEnumerable<int> Stream()
    {
        await Task.CompletedTask;
        while (On()) yield return 1;
    }
}
