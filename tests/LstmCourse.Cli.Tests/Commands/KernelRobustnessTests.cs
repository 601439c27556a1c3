using System.Diagnostics;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Tests.Commands;

/// <summary>What learners do to a kernel by accident, in a process of its own.</summary>
public sealed class KernelRobustnessTests
{
    private static readonly KernelSpec Course = KernelSpec.OfCourse(KernelProcess.CourseDll);

    [Theory]
    [InlineData("large pieces", "var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);")]
    [InlineData("small pieces", "var all = new List<object>(); while (true) all.Add(new byte[100]);")]
    [InlineData(
        "in tasks", "await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => "
            + "{ var all = new List<object>(); while (true) all.Add(new int[50]); })));")]
    public async Task A_cell_that_allocates_without_end_fails_or_ends_its_process_and_nobody_else_suffers(string how, string code)
    {
        var limited = Course with { Environment = Course.Environment.Add("DOTNET_GCHeapHardLimit", "0x8000000") };
        await using var greedy = await new JupyterKernelFactory(limited).StartAsync(Path.GetTempPath(), CancellationToken.None);
        await using var neighbour = await new JupyterKernelFactory(Course).StartAsync(Path.GetTempPath(), CancellationToken.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = new List<ErrorOutput>();
        try
        {
            var done = await greedy.ExecuteAsync(code, e => errors.AddRange(Errors(e)), patience.Token);
            Assert.False(done.Succeeded, how);
            Assert.Equal("OutOfMemoryException", Assert.Single(errors).Name);
            // Either it can go on, or that ends it; a kernel that hangs would run into the patience's end.
            await greedy.ExecuteAsync("1", _ => { }, patience.Token);
        }
        catch (KernelDiedException died)
        {
            Assert.Contains("the kernel's process ended with exit code", died.Message, StringComparison.Ordinal);
        }

        Assert.True((await neighbour.ExecuteAsync("1", _ => { }, patience.Token)).Succeeded);
    }

    [Fact]
    public async Task Fifty_megabytes_of_output_arrive_whole_and_are_not_piled_up()
    {
        const int Lines = 50_000, Width = 1000;
        await using var kernel = await new JupyterKernelFactory(Course).StartAsync(Path.GetTempPath(), CancellationToken.None);
        var (characters, lines, last) = (0L, 0L, "");
        await kernel.ExecuteAsync(
            $"var line = new string('x', {Width - 6}); for (var i = 0; i < {Lines}; i++) Console.WriteLine($\"{{i,5}}{{line}}\");",
            Observe,
            CancellationToken.None);
        Assert.Equal(((long)Lines * Width, Lines), (characters, lines));
        Assert.EndsWith($"{Lines - 1}{new string('x', Width - 6)}\n", last, StringComparison.Ordinal);
        if (!OperatingSystem.IsMacOS()) Assert.InRange(kernel.PeakMemory!.Value, 0, 600_000_000);

        void Observe(KernelEvent happened)
        {
            if (happened is not OutputProduced { Output: StreamOutput stream }) return;
            characters += stream.Text.Length;
            lines += stream.Text.Count('\n');
            last = last.Length < Width ? last + stream.Text : stream.Text;
        }
    }

    [Fact]
    public async Task What_cannot_be_stopped_is_left_behind_and_said_so()
    {
        using var kernel = new KernelProcess();
        var (process, client) = await kernel.StartAsync();
        var busy = new TaskCompletionSource();
        client.Published += m =>
        {
            if (m.Header.Type == "stream") busy.TrySetResult();
        };
        var running = KernelProcess.ExecuteAsync(
            client,
            "var stop = false; try { try { throw new Exception(); } "
                + "finally { Console.WriteLine(\"running\"); while (!System.Threading.Volatile.Read(ref stop)) { } } } catch { }");
        await busy.Task;
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await client.ControlAsync("interrupt_request", [], time.Token);
        var (reply, _, error) = await running;
        Assert.Equal("Interrupted", (string?)reply["ename"]);
        Assert.Contains("could not be stopped", error, StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await KernelProcess.ExecuteAsync(client, "1 + 1")).Reply["status"]);
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task A_training_loop_is_interrupted_and_the_model_trains_on_afterwards()
    {
        // The library may not have been published yet.
        var setUp = await CourseProcess.RunAsync("setup");
        Assert.True(setUp.ExitCode == 0, setUp.Output + setUp.Error);
        using var kernel = new KernelProcess();
        var (process, client) = await kernel.StartAsync();
        var script = CourseFolders.Find().Script.Replace('\\', '/');
        await Execute(
            $"#load \"{script}\"\nusing TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn;");
        await Execute("""
            var lstm = LSTM(8, 32); var optimizer = torch.optim.Adam(lstm.parameters()); var x = torch.randn(20, 16, 8); var steps = 0;
            double Step()
            {
                using var scope = torch.NewDisposeScope();
                optimizer.zero_grad();
                var (output, _, _) = lstm.forward(x);
                var loss = output.pow(2).mean();
                loss.backward();
                optimizer.step();
                steps++;
                return loss.item<float>();
            }
            var first = Step();
            """);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 10; i++)
        {
            var running = KernelProcess.ExecuteAsync(client, "while (true) Step();");
            await Task.Delay(20 * i);
            var clock = Stopwatch.StartNew();
            await client.ControlAsync("interrupt_request", [], time.Token);
            // The interrupt may have come before the cell had begun.
            if (await Task.WhenAny(running, Task.Delay(500)) != running) await client.ControlAsync("interrupt_request", [], time.Token);
            Assert.Equal("Interrupted", (string?)(await running.WaitAsync(time.Token)).Reply["ename"]);
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        }

        var (_, output, _) = await KernelProcess.ExecuteAsync(
            client, "for (var i = 0; i < 20; i++) Step(); Console.WriteLine(steps > 22 && Step() < first);");
        Assert.Equal("True\n", output);
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();

        async Task Execute(string code)
        {
            var (answer, _, _) = await KernelProcess.ExecuteAsync(client, code);
            Assert.True((string?)answer["status"] == "ok", answer.ToJsonString());
        }
    }

    private static IEnumerable<ErrorOutput> Errors(KernelEvent happened) =>
        happened is OutputProduced { Output: ErrorOutput error } ? [error] : [];
}
