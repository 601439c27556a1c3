using System.Globalization;
using System.Text.RegularExpressions;
using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;
using LstmCourse.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

/// <summary>Cells with guards do what they say; that the guards stop them is what LoopGuardTests test.</summary>
[Collection(KernelTests.Name)]
public sealed class GuardRewriterTests
{
    /// <summary>Cells and their results.</summary>
    public static TheoryData<string, string> Cells => new()
    {
        { "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(10)", "55" },
        { "var text = \"\"; void Log(string s) => text += s; Log(\"x\"); text", "x" },
        { "async Task<int> A() => await Task.FromResult(3); async Task B() => await Task.Yield(); async ValueTask C() => await B(); await B(); await C(); await A()", "3" },
        { "var xs = new[] { 1 }; ref int First(int[] a) => ref a[0]; First(xs) = 5; xs[0]", "5" },
        { "var seen = new List<int>(); Action<int> add = x => seen.Add(x); Func<int, int> next = x => x + 1; add(next(1)); seen[0]", "2" },
        { "Func<int, Func<int, int>> add = a => b => a + b; add(1)(2)", "3" },
        { "System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; e.ToString()", "x => (x + 1)" },
        { "Func<Task<int>> one = async () => await Task.FromResult(1); Func<Task> none = async () => await Task.Delay(1); await none(); await one()", "1" },
        { "await Task.Run(() => 4) + await Task.Run(() => Task.FromResult(5)) + await Task.Run(async () => await Task.FromResult(6))",
        "15" },
        { "IEnumerable<int> Ones() { for (;;) yield return 1; } Ones().Take(3).Sum()", "3" },
        { "async IAsyncEnumerable<int> Three() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } } var sum = 0; await foreach (var i in Three()) sum += i; sum", "3" },
        { "var i = 0; again: i++; if (i < 5) goto again; i", "5" },
        { "string Name(int n) { switch (n) { case 1: goto case 2; case 2: goto default; default: return \"end\"; } } Name(1)", "end" },
        { "var n = 3; do n--; while (n > 0); n", "0" },
        { "var s = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) s += a * b; s", "14" },
        { "var r = 0; if (r > 0) while (true) break; else r = 9; r", "9" },
        { "Func<int> bad = () => throw new Exception(); int Bad() => throw new Exception(); 1", "1" },
        { "class Box : IDisposable { public int Closed; public int Value => 7; public void Dispose() => Closed++; ~Box() { } public static Box operator +(Box a, Box b) => a; } var box = new Box(); using (box) { } (box + box).Closed + box.Value", "8" },
        { "interface IShape { double Area(); } abstract class Shape : IShape { public abstract double Area(); } class Disc(double r) : Shape { public override double Area() => r * r; } new Disc(2).Area()", "4" },
        { "unsafe int Third(int* p) { return p[2]; } unsafe { var a = stackalloc int[3]; a[2] = 6; Console.Write(\"\"); } 6", "6" },
        { "new[] { 3, 1, 2 }.OrderBy(static x => -x).Select((x, i) => x * i).Aggregate(0, (a, b) => a + b)", "4" },
        { "var by = new[] { \"a\", \"bb\" }.ToDictionary(w => w.Length, w => (w, Upper: w.ToUpperInvariant())); by[2].Upper", "BB" },
        { "(from x in Enumerable.Range(0, 4) where x % 2 == 1 select x * 10).Sum()", "40" },
        { "delegate int Op(int a, ref int b); Op op = (int a, ref int b) => b += a; var v = 1; op(2, ref v); v", "3" },
        { "Func<int, object> box = x => x > 0 ? x : null; Func<int?> none = () => null; Func<List<int>> fresh = () => new(); Func<int[]> list = () => [1, 2]; fresh().Count + list().Length + (none() ?? 1)", "3" },
        { "var t = new[] { 2, 3 }.AsQueryable(); (from x in t where x > 2 let y = x + 1 from z in t orderby z group z by y into g select g.Key).Expression.ToString().Contains(\"Check\")", "False" },
        { "System.Linq.Expressions.Expression<Func<int[], int>> e = xs => xs.Count(x => x > 1) + (from x in xs where x > 1 select x).Count(); e.ToString()", "xs => (xs.Count(x => (x > 1)) + xs.Where(x => (x > 1)).Count())" },
        { "(from x in Enumerable.Range(0, 3).Select(x => x + 1).AsQueryable() where x > 1 select x).Count()", "2" },
        { "IOrderedEnumerable<string> s = from x in new[] { \"b\", \"a\" } orderby x.Length select x; s.ThenBy(x => x).First()", "a" },
        { "string.Join(',', from(int a, string b)x in(new[] { (1, \"p\"), (2, \"q\") })join y in(new[] { 2, 1 })on(x.a)equals(y)where(y > 0)select(x.b + y))", "p1,q2" },
        { "string.Join(',', from x in new[] { 3, 1, 2 } let y = x * 2 from z in new[] { y, y + 1 } where z is int n && n % 2 == 0 group (z, x) by x > 1 into g orderby g.Key select (Key: g.Key, Sum: g.Sum(p => p.z)) into p select p.Key ? p.Sum : -p.Sum)", "-2,10" },
        { "var by = from w in new[] { \"a\", null } select new { w, Length = w?.Length } into p where p.Length is null select p.w ?? \"none\"; by.Single()", "none" },
        { "(from i in Enumerable.Range(0, 5).AsParallel().AsOrdered() where i > 2 join j in ParallelEnumerable.Range(3, 9) on i equals j into js select js.Count()).Sum()", "2" },
        { "(from string s in new object[] { \"a\" } from char c in s select (int)c).First()", "97" },
        { "Func<int, bool> odd = delegate (int n) { return n % 2 == 1; }; Action none = delegate { }; none(); odd(3)", "True" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_computes_what_it_says(string code, string result)
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal([$"execute_result [1] {result}"], (await kernel.ExecuteAsync(code)).Outputs);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_compiles_with_its_guards(string code, string result)
    {
        // Otherwise it would run without.
        using var loader = new SubmissionLoader(Assert.Fail);
        var folder = Path.GetTempPath();
        var compiler = new SubmissionCompiler(folder, folder, loader);
        var plain = compiler.CreateCompilation(code, "cell", null, CancellationToken.None).AddReferences(new FrameworkReferences().Rest);
        var (guarded, _) = GuardedCompilation.Of(plain, mayGuess: false, CancellationToken.None);
        Assert.Empty(ErrorsOf(guarded).Select(d => $"{d} in {guarded.SyntaxTrees[^1]} that gives {result}"));

        // What is guessed is right, or the compiler says that it is an expression tree.
        var (guessed, isGuess) = GuardedCompilation.Of(plain, mayGuess: true, CancellationToken.None);
        Assert.All(ErrorsOf(guessed), error => Assert.True(isGuess && error.Id == "CS0834", $"{error} in {guessed.SyntaxTrees[^1]}"));
    }

    [Theory]
    [InlineData("xs.Select(x => x * 2).Where(x => x > 1).OrderBy(x => (-x, 1)).First(x => x is 4)", 4)]
    [InlineData("xs.Select(x => $\"{x}\").Select(x => x.Length).Select(x => x switch { 1 => 2, _ => 3 })", 3)]
    public void Lambdas_that_are_values_are_guarded_without_asking_the_compiler(string code, int entries)
    {
        var root = CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions).GetRoot();
        var rewriter = new GuardRewriter(new Lazy<SemanticModel>(() => throw new InvalidOperationException("asked")), mayGuess: true);
        Assert.Equal(entries, Regex.Count(rewriter.Visit(root).ToString(), @"LoopGuard\.Enter"));
        Assert.True(rewriter.HasGuessed);
    }

    [Theory]
    [InlineData("list.ForEach(x => seen.Add(x));")]
    [InlineData("Run(() => i++);")]
    [InlineData("Run(() => ++i);")]
    [InlineData("Run(() => i = 1);")]
    [InlineData("Run(() => new Box());")]
    [InlineData("Run(() => box?.Open());")]
    [InlineData("Run(async () => 1);")]
    public void Where_a_lambda_may_return_nothing_the_compiler_is_asked(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions).GetRoot();
        var rewriter = new GuardRewriter(new Lazy<SemanticModel>(() => throw new InvalidOperationException("asked")), mayGuess: true);
        Assert.Equal("asked", Assert.Throws<InvalidOperationException>(() => rewriter.Visit(root)).Message);
    }

    [Fact]
    public void Real_code_compiles_with_guards_and_keeps_its_lines()
    {
        // The kernel's own, without what generators add to it.
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) != "LstmCourse.Notebooks.dll").Select(p => MetadataReference.CreateFromFile(p));
        var usings = CSharpSyntaxTree.ParseText(string.Concat(Usings.Select(u => $"global using {u};")));
        var files = Directory.GetFiles(Repository.PathOf("lib", "LstmCourse.Notebooks"), "*.cs", SearchOption.AllDirectories);
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f)).ToList();
        var plain = CSharpCompilation.Create("real", [usings, .. trees], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var guarded = plain;
        foreach (var tree in trees)
        {
            var root = new GuardRewriter(new Lazy<SemanticModel>(() => plain.GetSemanticModel(tree))).Visit(tree.GetRoot());
            guarded = guarded.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(root.ToFullString(), path: tree.FilePath));
            Assert.Equal(tree.GetText().Lines.Count, root.GetText().Lines.Count);
        }

        Assert.True(guarded.SyntaxTrees.Sum(t => Regex.Count(t.ToString(), @"LoopGuard\.(Check|Enter)")) > 500);
        Assert.Equal(Errors(plain), Errors(guarded));
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
        var error = (await kernel.ExecuteAsync("while (true)\n{ int unused; for (;;) nonsense++; }")).Reply["traceback"]!.AsArray()
            .Select(l => l!.GetValue<string>());
        Assert.Equal(
            ["cell 2, line 2: error CS0103: The name 'nonsense' does not exist in the current context",
            "    { int unused; for (;;) nonsense++; }", "                           ^^^^^^^^"],
            error);
    }

    [Fact]
    public async Task Lines_of_traces_through_a_query_are_the_learners()
    {
        await using var kernel = await WireKernel.StartAsync();
        const string Code = """
            var query = from x in new[] { 1, 2 }
                // Comments
                where x > 1 // count,

                // and so do blank lines.
                from y in
                    new[] { x, 0 }
                group y
                    by
                        x / y
                    into g
                select g;
            query
                .ToList();
            """;
        var trace = (await kernel.ExecuteAsync(Code)).Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>());
        Assert.Equal(
            ["DivideByZeroException: Attempted to divide by zero.", "   at a lambda in cell 1, line 10", "   at cell 1, line 13"], trace);
    }

    private static string[] Usings =>
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks"];

    private static IEnumerable<Diagnostic> ErrorsOf(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<string> Errors(CSharpCompilation compilation) =>
        from d in ErrorsOf(compilation)
        let line = d.Location.GetLineSpan()
        orderby line.Path, line.StartLinePosition.Line, d.Id
        select $"{line.Path} {line.StartLinePosition.Line + 1} {d.GetMessage(CultureInfo.InvariantCulture)}";
}
