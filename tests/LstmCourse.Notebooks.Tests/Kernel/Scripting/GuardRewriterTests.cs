using LstmCourse.Notebooks.Tests.Jupyter;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

/// <summary>Cells with guards do what they say; that the guards stop them is tested where cells are interrupted.</summary>
[Collection(KernelTests.Name)]
public sealed class GuardRewriterTests
{
    [Theory]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(10)", "55")]
    [InlineData("var text = \"\"; void Log(string s) => text += s; Log(\"x\"); text", "x")]
    [InlineData("async Task<int> A() => await Task.FromResult(3); async Task B() => await Task.Yield(); async ValueTask C() => await B(); await B(); await C(); await A()", "3")]
    [InlineData("var xs = new[] { 1 }; ref int First(int[] a) => ref a[0]; First(xs) = 5; xs[0]", "5")]
    [InlineData("var seen = new List<int>(); Action<int> add = x => seen.Add(x); Func<int, int> next = x => x + 1; add(next(1)); seen[0]", "2")]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b; add(1)(2)", "3")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; e.ToString()", "x => (x + 1)")]
    [InlineData("Func<Task<int>> one = async () => await Task.FromResult(1); Func<Task> none = async () => await Task.Delay(1); await none(); await one()", "1")]
    [InlineData("await Task.Run(() => 4) + await Task.Run(() => Task.FromResult(5)) + await Task.Run(async () => await Task.FromResult(6))", "15")]
    [InlineData("IEnumerable<int> Ones() { for (;;) yield return 1; } Ones().Take(3).Sum()", "3")]
    [InlineData("async IAsyncEnumerable<int> Three() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } } var sum = 0; await foreach (var i in Three()) sum += i; sum", "3")]
    [InlineData("var i = 0; again: i++; if (i < 5) goto again; i", "5")]
    [InlineData("string Name(int n) { switch (n) { case 1: goto case 2; case 2: goto default; default: return \"end\"; } } Name(1)", "end")]
    [InlineData("var n = 3; do n--; while (n > 0); n", "0")]
    [InlineData("var s = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) s += a * b; s", "14")]
    [InlineData("var r = 0; if (r > 0) while (true) break; else r = 9; r", "9")]
    [InlineData("Func<int> bad = () => throw new Exception(); int Bad() => throw new Exception(); 1", "1")]
    [InlineData("class Box : IDisposable { public int Closed; public int Value => 7; public void Dispose() => Closed++; ~Box() { } public static Box operator +(Box a, Box b) => a; } var box = new Box(); using (box) { } (box + box).Closed + box.Value", "8")]
    [InlineData("interface IShape { double Area(); } abstract class Shape : IShape { public abstract double Area(); } class Disc(double r) : Shape { public override double Area() => r * r; } new Disc(2).Area()", "4")]
    [InlineData("unsafe int Third(int* p) { return p[2]; } unsafe { var a = stackalloc int[3]; a[2] = 6; Console.Write(\"\"); } 6", "6")]
    [InlineData("new[] { 3, 1, 2 }.OrderBy(static x => -x).Select((x, i) => x * i).Aggregate(0, (a, b) => a + b)", "4")]
    [InlineData("var by = new[] { \"a\", \"bb\" }.ToDictionary(w => w.Length, w => (w, Upper: w.ToUpperInvariant())); by[2].Upper", "BB")]
    [InlineData("(from x in Enumerable.Range(0, 4) where x % 2 == 1 select x * 10).Sum()", "40")]
    [InlineData("delegate int Op(int a, ref int b); Op op = (int a, ref int b) => b += a; var v = 1; op(2, ref v); v", "3")]
    [InlineData("Func<int, object> box = x => x > 0 ? x : null; Func<int?> none = () => null; Func<List<int>> fresh = () => new(); Func<int[]> list = () => [1, 2]; fresh().Count + list().Length + (none() ?? 1)", "3")]
    public async Task A_cell_computes_what_it_says(string code, string result)
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal([$"execute_result [1] {result}"], (await kernel.ExecuteAsync(code)).Outputs);
    }

    [Fact]
    public async Task Lines_of_errors_and_traces_are_the_learners()
    {
        await using var kernel = await WireKernel.StartAsync();
        const string Code = """
            int Bad(int n)
                // Why not.
                =>
                n > 0
                    ? int.Parse("x")
                    : n;
            for (var i = 0;
                i < 2;
                i++)

                // Blank lines and comments count.
                Enumerable.Range(i, 1)
                    .Select(x =>
                        Bad(x))
                    .ToList();
            """;
        var trace = (await kernel.ExecuteAsync(Code)).Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>());
        Assert.Equal(["   at Bad in cell 1, line 4", "   at a lambda in cell 1, line 14", "   at cell 1, line 12"], trace.Skip(1));
        var error = (await kernel.ExecuteAsync("while (true)\n{ int unused; for (;;) nonsense++; }")).Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>());
        Assert.Equal(
            ["cell 2, line 2: error CS0103: The name 'nonsense' does not exist in the current context", "    { int unused; for (;;) nonsense++; }", "                           ^^^^^^^^"],
            error);
    }
}
