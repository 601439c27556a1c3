using System.Diagnostics;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

[Trait("Culture", "Any")]
[Collection(KernelTests.Name)]
public sealed class InterruptTests
{
    [Theory]
    [InlineData("tight loop", "while (true) { }")]
    [InlineData("counting loop", "long n = 0; while (true) n++;")]
    [InlineData("sleeping loop", "while (true) System.Threading.Thread.Sleep(10);")]
    [InlineData("endless sleep", "System.Threading.Thread.Sleep(-1);")]
    [InlineData("awaiting", "await Task.Delay(-1);")]
    [InlineData("awaiting loop", "while (true) await Task.Delay(5);")]
    [InlineData("loop after an await", "await Task.Delay(5); while (true) { }")]
    [InlineData("waiting for a task", "Task.Delay(-1).Wait();")]
    [InlineData("a parallel loop", "Parallel.For(0L, long.MaxValue, i => Math.Sqrt(i));")]
    [InlineData("a parallel loop that sleeps", "Parallel.For(0L, long.MaxValue, i => System.Threading.Thread.Sleep(1));")]
    [InlineData("waiting for tasks",
        "var never = new System.Threading.ManualResetEventSlim(); Task.WaitAll(Task.Run(() => never.Wait()), Task.Run(() => "
            + "never.Wait()));")]
    [InlineData("an awaited task", "await Task.Run(() => System.Threading.Thread.Sleep(2_000));")]
    [InlineData("a recursion that takes for ever", "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(80)")]
    [InlineData("a sequence that never ends", "IEnumerable<int> Ones() { while (true) yield return 1; } Ones().Count(n => n > 1)")]
    [InlineData("a lambda that is never true", "System.Threading.SpinWait.SpinUntil(() => before < 0);")]
    [InlineData("jumping back", "again: goto again;")]
    [InlineData("waiting for a lock",
        "var gate = new object(); var holder = new System.Threading.Thread(() => { lock (gate) System.Threading.Thread.Sleep(20_000); }) "
            + "{ IsBackground = true }; holder.Start(); while (holder.ThreadState != (System.Threading.ThreadState.Background | System.Threading.ThreadState.WaitSleepJoin)) { } lock (gate) { }")]
    [InlineData("waiting for a process", "var sleeper = System.Diagnostics.Process.Start(\"sleep\", \"20\"); sleeper.WaitForExit();")]
    [InlineData("swallowing everything", "while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("a loop that watches the token",
        "var t = (System.Threading.CancellationToken)AppContext.GetData(\"LstmCourse.CancellationToken\"); while "
            + "(!t.IsCancellationRequested) { } t.ThrowIfCancellationRequested();")]
    public async Task An_interrupt_stops_the_cell_and_keeps_the_variables(string kind, string code)
    {
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync("var before = 1;");
        var running = kernel.ExecuteAsync($"var inside = 2; before = 3; Console.WriteLine(\"running\");\n{code}");
        await kernel.WaitForOutputAsync("running");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var clock = Stopwatch.StartNew();
        await kernel.Client.ControlAsync("interrupt_request", [], time.Token);
        var exchange = await running;
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{kind}: {clock.Elapsed}");
        Assert.Equal("error", exchange.Status);
        // And no word of a cell that could not be stopped.
        Assert.Equal(["stream stdout running\n", "error Interrupted the cell was interrupted"], exchange.Outputs);
        Assert.Equal(["execute_result [3] 5"], (await kernel.ExecuteAsync("before + inside")).Outputs);
    }

    [Fact]
    public async Task Loops_that_earlier_cells_left_running_stop_too_and_nothing_is_said_of_them()
    {
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync(
            "var rounds = 0; var left = Task.Run(() => { while (true) System.Threading.Interlocked.Increment(ref rounds); });");
        var running = kernel.ExecuteAsync("Console.WriteLine(\"running\"); Parallel.For(0, 64, i => { while (true) { } });");
        await kernel.WaitForOutputAsync("running");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        await kernel.Client.ControlAsync("interrupt_request", [], time.Token);
        Assert.Equal(["stream stdout running\n", "error Interrupted the cell was interrupted"], (await running).Outputs);
        Assert.Empty((await kernel.ExecuteAsync("try { await left; } catch (OperationCanceledException) { }")).Outputs);
    }

    [Fact]
    public async Task An_interrupt_with_nothing_to_interrupt_is_answered()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var reply = await kernel.Client.ControlAsync("interrupt_request", [], time.Token);
        Assert.Equal("ok", reply.Content["status"]!.GetValue<string>());
        Assert.Equal("ok", (await kernel.ExecuteAsync("1")).Status);
    }

    [Fact]
    public async Task An_interrupt_that_comes_on_shell_does_not_wait_for_the_cell()
    {
        await using var kernel = await WireKernel.StartAsync();
        var running = kernel.ExecuteAsync("Console.WriteLine(\"running\"); while (true) { }");
        await kernel.WaitForOutputAsync("running");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var reply = await kernel.Client.RequestAsync("interrupt_request", [], time.Token);
        Assert.Equal("interrupt_reply", reply.Header.Type);
        Assert.Equal("error", (await running).Status);
    }

    [Fact]
    public async Task A_result_of_a_task_taken_synchronously_does_not_lock_the_cell_up()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("""
            async Task<int> Slow() { await Task.Delay(5); await Task.Yield(); return 4; }
            var sum = 0; for (var i = 0; i < 50; i++) sum += Slow().Result;
            sum
            """);
        Assert.Equal(["execute_result [1] 200"], exchange.Outputs);
    }
}
