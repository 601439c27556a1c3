using System.Diagnostics;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

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
    [InlineData("swallowing everything", "while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("a loop that watches the token", "var t = (System.Threading.CancellationToken)AppContext.GetData(\"LstmCourse.CancellationToken\"); while (!t.IsCancellationRequested) { } t.ThrowIfCancellationRequested();")]
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
        Assert.Equal("error Interrupted the cell was interrupted", exchange.Outputs[^1]);
        Assert.Equal(["execute_result [3] 5"], (await kernel.ExecuteAsync("before + inside")).Outputs);
    }

    [Fact]
    public async Task What_cannot_be_stopped_is_left_behind_and_said_so()
    {
        await using var kernel = await WireKernel.StartAsync();
        var running = kernel.ExecuteAsync("bool stop = false; try { throw new Exception(); } catch { Console.WriteLine(\"running\"); while (!System.Threading.Volatile.Read(ref stop)) { } }");
        await kernel.WaitForOutputAsync("running");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        await kernel.Client.ControlAsync("interrupt_request", [], time.Token);
        var exchange = await running;
        Assert.Contains(exchange.Outputs, o => o.Contains("could not be stopped", StringComparison.Ordinal));
        Assert.Equal("error", exchange.Status);
        Assert.Empty((await kernel.ExecuteAsync("stop = true;")).Outputs);
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
