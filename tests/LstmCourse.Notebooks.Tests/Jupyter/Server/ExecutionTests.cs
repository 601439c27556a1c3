using System.Diagnostics;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

[Collection(KernelTests.Name)]
public sealed class ExecutionTests
{
    [Fact]
    public async Task A_last_expression_is_the_result_and_everything_comes_between_busy_and_idle()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("1 + 1");
        Assert.Equal(["status busy", "execute_input [1] 1 + 1", "execute_result [1] 2", "status idle"], exchange.Told);
        Assert.Equal("ok", exchange.Status);
        Assert.Equal(1, exchange.Reply["execution_count"]!.GetValue<int>());
        Assert.Equal("{}", exchange.Reply["user_expressions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_statement_has_no_result_and_null_is_one()
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Empty((await kernel.ExecuteAsync("var a = 1;")).Outputs);
        Assert.Equal(["execute_result [2] null"], (await kernel.ExecuteAsync("(string)null")).Outputs);
        Assert.Empty((await kernel.ExecuteAsync("Console.Write(\"\")")).Outputs);
        Assert.Empty((await kernel.ExecuteAsync("await Task.Delay(1)")).Outputs);
        Assert.Empty((await kernel.ExecuteAsync("")).Outputs);
        Assert.Empty((await kernel.ExecuteAsync("using System.Globalization;\n// nothing else")).Outputs);
        Assert.Equal(["execute_result [7] en"], (await kernel.ExecuteAsync("CultureInfo.GetCultureInfo(\"en\").Name")).Outputs);
    }

    [Fact]
    public async Task Variables_functions_types_and_usings_live_on_in_later_cells()
    {
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync(
            "using System.Numerics; var x = 5; int Twice(int n) => n * 2; record Point(int X, int Y); class Box<T> { public T Value; }");
        Assert.Equal(["execute_result [2] Point { X = 10, Y = 1 }"], (await kernel.ExecuteAsync("x = 10; new Point(x, 1)")).Outputs);
        Assert.Equal(["execute_result [3] 20"], (await kernel.ExecuteAsync("Twice(x)")).Outputs);
        Assert.Equal(["execute_result [4] 7"], (await kernel.ExecuteAsync("new Box<BigInteger> { Value = 7 }.Value")).Outputs);
        Assert.Equal(["execute_result [5] text"], (await kernel.ExecuteAsync("var x = \"text\"; x")).Outputs);
    }

    [Fact]
    public async Task Streams_and_displays_keep_their_order()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("""
            Console.Write("a"); Console.WriteLine("b"); Console.Error.WriteLine("oh"); Console.Write("c");
            display(1); Console.Write("d");
            2.5
            """);
        Assert.Equal(
            ["stream stdout ab\n", "stream stderr oh\n", "stream stdout c", "display_data c1-1 1", "stream stdout d",
            "execute_result [1] 2.5"],
            exchange.Outputs);
    }

    [Fact]
    public async Task Tasks_threads_and_parallel_loops_write_to_their_cell()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("""
            await Task.Run(() => Console.WriteLine("task"));
            var thread = new System.Threading.Thread(() => Console.WriteLine("thread")); thread.Start(); thread.Join();
            Parallel.For(0, 8, i => Console.WriteLine("loop"));
            """);
        var text = Assert.Single(exchange.Outputs);
        Assert.Equal("stream stdout task\nthread\n" + string.Concat(Enumerable.Repeat("loop\n", 8)), text);
    }

    [Fact]
    public async Task What_a_task_prints_later_still_belongs_to_the_cell_that_started_it()
    {
        await using var kernel = await WireKernel.StartAsync();
        var go = await kernel.ExecuteAsync(
            "var gate = new TaskCompletionSource(); var late = Task.Run(async () => { await gate.Task; Console.WriteLine(\"late\"); });");
        await kernel.ExecuteAsync("gate.SetResult(); await late;");
        await kernel.WaitForOutputAsync("late");
        var first = await kernel.PublishedForAsync(go.Published[0].Parent!.Id);
        Assert.Contains(first, m => m.Header.Type == "stream" && m.Content["text"]!.GetValue<string>() == "late\n");
    }

    [Fact]
    public async Task A_displayed_value_is_updated_under_its_own_id_from_any_cell()
    {
        await using var kernel = await WireKernel.StartAsync();
        var first = await kernel.ExecuteAsync("var a = display(\"one\"); var b = \"two\".Display(); b.Update(\"three\");");
        Assert.Equal(["display_data c1-1 one", "display_data c1-2 two", "update_display_data c1-2 three"], first.Outputs);
        Assert.Equal(["update_display_data c1-1 four"], (await kernel.ExecuteAsync("a.Update(\"four\")")).Outputs);
    }

    [Fact]
    public async Task A_thousand_fast_updates_become_few_and_the_last_one_arrives()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("var d = display(0); for (var i = 1; i <= 1000; i++) d.Update(i);");
        Assert.Equal("update_display_data c1-1 1000", exchange.Outputs[^1]);
        Assert.InRange(exchange.Outputs.Length, 2, 100);
    }

    [Fact]
    public async Task Updates_a_thousand_times_a_second_are_thinned_out_to_twenty()
    {
        await using var kernel = await WireKernel.StartAsync();
        var clock = Stopwatch.StartNew();
        var exchange = await kernel.ExecuteAsync(
            "var d = display(0); for (var i = 1; i <= 1000; i++) { d.Update(i); System.Threading.Thread.Sleep(1); }");
        Assert.Equal("update_display_data c1-1 1000", exchange.Outputs[^1]);
        Assert.InRange(exchange.Outputs.Length, 2, 3 + (int)(clock.Elapsed.TotalSeconds * 20));
    }

    [Fact]
    public async Task Ten_thousand_prints_become_few_messages()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);");
        var text = string.Concat(exchange.Published.Where(m => m.Header.Type == "stream")
            .Select(m => m.Content["text"]!.GetValue<string>()));
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($"{i}\n"))), text);
        Assert.InRange(exchange.Published.Count(m => m.Header.Type == "stream"), 1, 100);
    }

    [Fact]
    public async Task Rich_values_come_with_plain_text()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("display(HTML(\"<b>bold</b> &amp; <i>italic</i>\")); Markdown(\"**bold**\")");
        var html = exchange.Published.Single(m => m.Header.Type == "display_data").Content["data"]!;
        Assert.Equal("<b>bold</b> &amp; <i>italic</i>", html["text/html"]!.GetValue<string>());
        Assert.Equal("bold & italic", html["text/plain"]!.GetValue<string>());
        var markdown = exchange.Published.Single(m => m.Header.Type == "execute_result").Content["data"]!;
        Assert.Equal("**bold**", markdown["text/markdown"]!.GetValue<string>());
    }

    [Fact]
    public async Task Clearing_the_output_is_told_after_what_was_written()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("Console.Write(1); clear_output(wait: true); Console.Write(2);");
        Assert.Equal(["stream stdout 1", "clear_output {\"wait\":true}", "stream stdout 2"], exchange.Outputs);
    }

    [Fact]
    public async Task A_compilation_error_names_cell_and_line()
    {
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync("1");
        var exchange = await kernel.ExecuteAsync("var fine = 1;\nvar y = foo + 1;");
        Assert.Equal("error", exchange.Status);
        Assert.Equal(["error CompilationError cell 2, line 2: error CS0103: The name 'foo' does not exist in the current context"],
            exchange.Outputs);
        Assert.Equal(
            ["cell 2, line 2: error CS0103: The name 'foo' does not exist in the current context", "    var y = foo + 1;",
            "            ^^^"],
            exchange.Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>()));
        Assert.Equal(["execute_result [3] 7"], (await kernel.ExecuteAsync("3 + 4")).Outputs);
    }

    [Fact]
    public async Task An_exception_names_the_learners_lines_and_nothing_else_and_keeps_the_variables()
    {
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync(
            "int Down(int n)\n{\n    if (n == 0) throw new InvalidOperationException(\"boom\");\n    return Down(n - 1);\n}");
        var exchange = await kernel.ExecuteAsync("var kept = 3;\nawait Task.Yield();\nDown(2);");
        Assert.Equal(["error InvalidOperationException boom"], exchange.Outputs);
        Assert.Equal(
            ["InvalidOperationException: boom", "   at Down in cell 1, line 3", "   at Down in cell 1, line 4 (2 times)",
            "   at cell 2, line 3"],
            exchange.Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>()));
        Assert.Equal(["execute_result [3] 3"], (await kernel.ExecuteAsync("kept")).Outputs);
    }

    [Fact]
    public async Task An_exception_out_of_the_librarys_depths_names_only_the_learners_lines()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("""
            async Task<int[]> Read(string[] words)
            {
                await Task.Yield();
                return words.Select(w => int.Parse(w)).OrderBy(n => n).ToArray();
            }
            await Task.Run(() => Read(["1", "two"]));
            """);
        Assert.Equal(
            [
                "FormatException: The input string 'two' was not in a correct format.",
                "   at a lambda in cell 1, line 4",
                "   at Read in cell 1, line 4",
                "   at cell 1, line 6",
            ],
            exchange.Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>()));
    }

    [Fact]
    public async Task A_recursion_without_end_is_an_exception_and_keeps_the_variables()
    {
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync("var kept = 3;");
        var exchange = await kernel.ExecuteAsync("int Down(int n)\n{\n    return Down(n + 1) + 1;\n}\nDown(0)");
        var lines = exchange.Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        Assert.StartsWith("InsufficientExecutionStackException: ", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^   at Down in cell 2, line 3 \(\d+ times\)$", lines[^2]);
        Assert.Equal("   at cell 2, line 5", lines[^1]);
        Assert.Equal(["execute_result [3] 3"], (await kernel.ExecuteAsync("kept")).Outputs);
    }

    [Fact]
    public async Task A_cause_is_told_behind_what_it_caused()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("""
            try { Parallel.For(0, 1, _ => throw new ArithmeticException("deep")); }
            catch (Exception e) { throw new InvalidOperationException("outer", e.InnerException); }
            """);
        Assert.Equal(
            ["InvalidOperationException: outer", "   at cell 1, line 2", "caused by ArithmeticException: deep",
            "   at a lambda in cell 1, line 1"],
            exchange.Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>()));
    }

    [Fact]
    public async Task A_warning_is_told_once()
    {
        await using var kernel = await WireKernel.StartAsync();
        const string Code = "void Unused() { int never; }";
        Assert.Equal(["stream stderr cell 1, line 1: warning CS0168: The variable 'never' is declared but never used\n"],
            (await kernel.ExecuteAsync(Code)).Outputs);
        Assert.Empty((await kernel.ExecuteAsync(Code)).Outputs);
        Assert.Empty((await kernel.ExecuteAsync("string? maybe = null; string Same(string s) => s; var same = Same(maybe);")).Outputs);
    }

    [Theory]
    [InlineData("class Opt { public int Epochs = 5; } new Opt().Epochs", "5")]
    [InlineData("class Seen { public event Action Done; private int unused; private bool set = true; } new Seen() is not null", "True")]
    public async Task A_class_gives_no_warning_that_a_project_would_not(string code, string result)
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal([$"execute_result [1] {result}"], (await kernel.ExecuteAsync(code)).Outputs);
    }

    [Fact]
    public async Task What_is_displayed_is_no_result_too()
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal(["display_data c1-1 x"], (await kernel.ExecuteAsync("display(\"x\")")).Outputs);
        Assert.Equal(["display_data c2-1 5"], (await kernel.ExecuteAsync("5.Display()")).Outputs);
    }

    [Fact]
    public async Task A_type_that_cannot_be_initialised_is_named_with_the_reason()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("static class S { public static int A = int.Parse(\"q\"); } S.A");
        var lines = exchange.Reply["traceback"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        Assert.StartsWith("TypeInitializationException: The type initializer for 'S' threw an exception", lines[0],
            StringComparison.Ordinal);
        Assert.Contains("caused by FormatException: The input string 'q' was not in a correct format.", lines);
    }

    [Theory]
    [InlineData("using var s = new StringReader(\"a\"); s.ReadLine()", "using (var s = …) { … }")]
    [InlineData("using StringReader s = new(\"a\");", "using (StringReader s = …) { … }")]
    public async Task A_using_declaration_at_the_top_says_what_to_write(string code, string instead)
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync(code);
        var message = $"cell 1, line 1: error CELL001: a variable at the top of a cell lives on and cannot be declared with 'using': write {instead}, or move it into a method";
        Assert.Equal([$"error CompilationError {message}"], exchange.Outputs);
        Assert.Equal("ok", (await kernel.ExecuteAsync(
            "using System.Numerics;\nint F() { using var r = new StringReader(\"7\"); return r.Read(); } F()")).Status);
    }

    [Fact]
    public async Task A_silent_request_leaves_no_trace_but_has_its_effect()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("var hidden = 4; Console.WriteLine(1); hidden", c => c["silent"] = true);
        Assert.Equal(["status busy", "status idle"], exchange.Told);
        Assert.Equal(["execute_result [1] 4"], (await kernel.ExecuteAsync("hidden", c => c["store_history"] = false)).Outputs);
        Assert.Equal(["execute_result [1] 5"], (await kernel.ExecuteAsync("hidden + 1")).Outputs);
        Assert.Equal(["execute_result [2] 6"], (await kernel.ExecuteAsync("hidden + 2")).Outputs);
    }

    [Fact]
    public async Task User_expressions_are_evaluated_after_the_cell()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("var n = 6;", c =>
            c["user_expressions"] = new JsonObject { ["good"] = "n * 7", ["bad"] = "nope" });
        var values = exchange.Reply["user_expressions"]!;
        Assert.Equal("42", values["good"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("error", values["bad"]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_error_aborts_the_requests_that_wait_behind_it()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var slow = kernel.Client.RequestAsync("execute_request", Code($"{WireKernel.WaitAtGate} throw new Exception();"), time.Token);
        var waiting = kernel.Client.RequestAsync("execute_request", Code("1"), time.Token);
        var info = kernel.Client.RequestAsync("kernel_info_request", [], time.Token);
        await WireKernel.EventuallyAsync(() => kernel.Server.WaitingRequests == 2);
        kernel.Gate.Set();
        Assert.Equal("error", (await slow).Content["status"]!.GetValue<string>());
        Assert.Equal("aborted", (await waiting).Content["status"]!.GetValue<string>());
        Assert.Equal("ok", (await info).Content["status"]!.GetValue<string>());
        Assert.Equal("ok", (await kernel.ExecuteAsync("2")).Status);
    }

    [Fact]
    public async Task What_is_sent_once_the_error_is_known_is_executed()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        Task<JupyterMessage>? next = null;
        kernel.Client.Published += m =>
        {
            if (m.Header.Type == "error") next = kernel.Client.RequestAsync("execute_request", Code("1"), time.Token);
        };
        for (var i = 0; i < 20; i++)
        {
            await kernel.ExecuteAsync("throw new Exception();");
            Assert.Equal("ok", (await next!).Content["status"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Without_stop_on_error_they_run()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var slow = kernel.Client.RequestAsync("execute_request",
            Code($"{WireKernel.WaitAtGate} throw new Exception();", stopOnError: false), time.Token);
        var waiting = kernel.Client.RequestAsync("execute_request", Code("1"), time.Token);
        await WireKernel.EventuallyAsync(() => kernel.Server.WaitingRequests == 1);
        kernel.Gate.Set();
        Assert.Equal("error", (await slow).Content["status"]!.GetValue<string>());
        Assert.Equal("ok", (await waiting).Content["status"]!.GetValue<string>());
    }

    private static JsonObject Code(string code, bool stopOnError = true) => new() { ["code"] = code, ["stop_on_error"] = stopOnError };
}
