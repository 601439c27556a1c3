using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;
using LstmCourse.Notebooks.Tests.Kernel.Assistance;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

/// <summary>A recursion without end, of whatever shape, is an exception, and the variables stay.</summary>
[Trait("Culture", "Any")]
[Collection(KernelTests.Name)]
public sealed class RecursionTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath()) { MayAbort = false };

    [Theory]
    [InlineData("a lambda", "Func<int, int> f = null; f = n => n * f(n - 1); f(3)")]
    [InlineData("a lambda with a body", "Func<int, int> f = null; f = n => { var next = f(n - 1); return next + 1; }; f(3)")]
    [InlineData("a lambda without a value", "Action a = null; a = () => a(); a();")]
    [InlineData("an anonymous method", "Func<int, int> f = null; f = delegate (int n) { return f(n) + 1; }; f(1)")]
    [InlineData("a dynamic call", "dynamic f = null; Func<int, int> g = n => f(n) + 1; f = g; f(1)")]
    [InlineData("a local function", "int F(int n) { int Inner(int m) => Inner(m + 1) + 1; return Inner(n); } F(0)")]
    [InlineData("a method", "class K { public int F(int n) => F(n + 1) + 1; } new K().F(0)")]
    [InlineData("a property", "class K { public int P => P + 1; } new K().P")]
    [InlineData("an indexer", "class K { public int this[int i] => this[i + 1] + 1; } new K()[0]")]
    [InlineData("an operator", "class K { public static K operator +(K a, K b) => b + a; } new K() + new K()")]
    [InlineData("a conversion", "class K { public static implicit operator int(K k) { int x = k; return x + 1; } } int x = new K(); x")]
    [InlineData("a constructor", "class K { K k; public K() { k = new K(); } } new K()")]
    [InlineData("a field's value", "class K { public K Other = new K(); } new K()")]
    [InlineData("Dispose", "class K : IDisposable { public void Dispose() => Dispose(); } new K().Dispose();")]
    [InlineData("Equals",
        "class K { public override bool Equals(object o) => o.Equals(this); public override int GetHashCode() => 1; } new K().Equals(new "
            + "K())")]
    [InlineData("ToString", "class K { public override string ToString() => $\"{this}\"; } new K().ToString()")]
    [InlineData("an iterator", "IEnumerable<int> F(int n) { foreach (var x in F(n + 1)) yield return x; } F(0).First()")]
    [InlineData("an asynchronous function", "async Task<int> F(int n) => await F(n + 1) + 1; await F(0)")]
    [InlineData("a comparer",
        "IComparer<int> c = null; c = Comparer<int>.Create((a, b) => c.Compare(b, a)); new List<int> { 3, 1, 2 }.Sort(c);")]
    [InlineData("LINQ", "Func<int, int> f = null; f = n => Enumerable.Range(0, 2).Select(i => f(n + i)).Sum(); f(1)")]
    [InlineData("a task", "int F(int n) => F(n + 1) + 1; await Task.Run(() => F(0))")]
    [InlineData("a parallel loop", "int F(int n) => F(n + 1) + 1; Parallel.For(0, 4, i => F(i));")]
    [InlineData("a record's hash code", "record R(int X) { public R Next { get; set; } } var r = new R(1); r.Next = r; r.GetHashCode()")]
    [InlineData("a record's equality",
        "record R(int X) { public R Next { get; set; } } var r = new R(1); var s = new R(1); (r.Next, s.Next) = (s, r); r == s")]
    [InlineData("a record's text", "record R(int X) { public R Next { get; set; } } var r = new R(1); r.Next = r; r.ToString()")]
    [InlineData("a sealed record",
        "sealed record R(int X) { public object Next { get; set; } } var r = new R(1); r.Next = r; r.GetHashCode()")]
    [InlineData("a derived record",
        "record B(int X); record R(int X) : B(X) { public B Next { get; set; } } var r = new R(1); r.Next = r; r.GetHashCode()")]
    [InlineData("a generic record",
        "record R<T>(T X) { public R<T> Next { get; set; } } var r = new R<int>(1); r.Next = r; r.GetHashCode()")]
    [InlineData("a record as a key",
        "record R(int X) { public R Next { get; set; } } var r = new R(1); r.Next = r; new HashSet<R> { r }.Count")]
    [InlineData("a comparer that sorts",
        "class Upside : IComparer<int> { public int Compare(int a, int b) { var two = new[] { a, b }; Array.Sort(two, new Upside()); "
            + "return two[0]; } } Array.Sort(new[] { 3, 2, 1 }, new Upside());")]
    [InlineData("a comparison that sorts",
        "int Judge(int a, int b) { var list = new List<int> { b, a }; list.Sort(Judge); return list[0] - a; } "
            + "new List<int> { 3, 1, 2 }.OrderBy(n => n, Comparer<int>.Create(Judge)).ToList()")]
    [InlineData("a lazy value", "class Config { public static Config Make() => new Lazy<Config>(() => Make()).Value; } Config.Make()")]
    [InlineData("what catches and throws another",
        "int F(int n) { try { return F(n + 1) + 1; } catch (Exception e) { throw new InvalidOperationException(\"x\", e); } } F(0)")]
    [InlineData("what catches on a thread",
        "int F(int n) { try { return F(n + 1) + 1; } catch (Exception e) { throw new InvalidOperationException(\"x\", e); } } "
            + "await Task.Run(() => F(0))")]
    [InlineData("reflection", "class K { public int F() => (int)typeof(K).GetMethod(\"F\").Invoke(this, null) + 1; } new K().F()")]
    public void It_is_an_exception_and_the_variables_stay(string kind, string code)
    {
        Assert.Null(Execute("var kept = 3;").Error);
        var result = Execute(code);
        var told = string.Join('\n', result.Error?.Traceback ?? ["no exception"]);
        Assert.True(told.Contains("InsufficientExecutionStackException", StringComparison.Ordinal), $"{kind}: {told}");
        Assert.Contains(StackGuard.TooDeep, told, StringComparison.Ordinal);
        Assert.Equal("3", Execute("kept").Value!["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public void Ten_thousand_calls_are_no_recursion_without_end()
    {
        Assert.Equal("10000", Execute("int Down(int n) => n == 0 ? 0 : Down(n - 1) + 1; Down(10_000)")
            .Value!["text/plain"]!.GetValue<string>());
        Assert.Equal("500", Execute("async Task<int> Deep(int n) => n == 0 ? 0 : await Deep(n - 1) + 1; await Deep(500)")
            .Value!["text/plain"]!.GetValue<string>());
        Assert.Equal("150", Execute(
            "int Caught(int n) { try { return n == 0 ? 0 : Caught(n - 1) + 1; } catch (FormatException) { throw; } } Caught(150)")
            .Value!["text/plain"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(
        "record P(int X, string Y); var p = new P(1, \"a\"); (p == new P(1, \"a\"), p.GetHashCode() == new P(1, \"a\").GetHashCode(), "
            + "p.ToString())", "(True, True, \"P { X = 1, Y = a }\")")]
    [InlineData(
        "record A(int X); record B(int X) : A(X); (new A(1) == new B(1), (A)new B(1) == new B(1), new B(2) with { X = 1 } == new B(1))",
        "(False, True, True)")]
    [InlineData(
        "sealed record S<T>(T X) { } record struct V(int X); (new S<int>(1) == new S<int>(1), new V(1) == new V(1), new S<int>(1))",
        "(True, True, S<int> { X = 1 })")]
    [InlineData(
        "abstract record Shape; record Disc(double R) : Shape; partial record Part(int X); partial record Part { public int Y => X; } "
            + "(new Disc(1) == (Shape)new Disc(1), new Part(2).Y)", "(True, 2)")]
    [InlineData("record Own(int X) { protected virtual Type EqualityContract => typeof(int); } new Own(1) == new Own(1)", "True")]
    public void A_guarded_record_is_what_it_was(string code, string result) =>
        Assert.Equal(result, Execute(code) is { Error: null } done ? done.Value!["text/plain"]!.GetValue<string>() : "");

    [Fact]
    public async Task Where_no_guard_can_be_the_message_says_how_to_go_on()
    {
        var run = await KernelProgram.RunAsync(Of("""
            using System.Linq.Expressions;
            var held = new Func<int, int>[1];
            var n = Expression.Parameter(typeof(int));
            var again = Expression.Invoke(Expression.ArrayIndex(Expression.Constant(held), Expression.Constant(0)), n);
            held[0] = Expression.Lambda<Func<int, int>>(Expression.Add(again, Expression.Constant(1)), n).Compile();
            held[0](1)
            """));
        Assert.Equal(CellStatus.KernelDied, run.Cells[0].Status);
        Assert.Contains("filled the stack", run.Cells[0].Problem, StringComparison.Ordinal);
        Assert.Contains("run the notebook from the top", run.Cells[0].Problem, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private SubmissionResult Execute(string code)
    {
        using var cell = new RunningCell(1, new SilentOutput());
        return _session.Execute(code, cell);
    }
}
