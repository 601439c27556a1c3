using System.Diagnostics;
using System.Globalization;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Cli.Tests.Commands;

/// <summary>The kernel as a process of its own.</summary>
public sealed class KernelRunTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly KernelProcess _kernel = new();

    [Fact]
    public async Task It_shuts_down_when_asked_and_starts_again_on_the_same_ports()
    {
        for (var i = 0; i < 2; i++)
        {
            var (process, client) = await _kernel.StartAsync();
            Assert.Equal("ok", (string?)(await KernelProcess.ExecuteAsync(client, "var x = 1;")).Reply["status"]);
            Assert.Equal("ok", (string?)(await KernelProcess.ShutDownAsync(client, restart: true))["status"]);
            await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
            Assert.Equal(0, process.ExitCode);
            client.Dispose();
        }
    }

    [Fact]
    public async Task What_native_code_and_child_processes_print_reaches_the_cell_in_order()
    {
        if (OperatingSystem.IsWindows()) return;
        var (process, client) = await _kernel.StartAsync();
        var (_, output, error) = await KernelProcess.ExecuteAsync(client, """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
            puts("native ä");
            System.Diagnostics.Process.Start("sh", ["-c", "echo child; echo oh >&2"]).WaitForExit();
            """);
        Assert.Equal(
            "child\nnative ä\n",
            string.Concat(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(l => l + "\n")));
        Assert.Equal("oh\n", error);
        await EndAsync(process, client);
    }

    [Fact]
    public async Task Numbers_are_written_the_same_on_every_machine()
    {
        var (process, client) = await _kernel.StartAsync(("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8"));
        var (_, output, _) = await KernelProcess.ExecuteAsync(
            client, "Console.WriteLine(1.5); await Task.Run(() => Console.WriteLine(2.5)); var t = new System.Threading.Thread(() => "
                + "Console.WriteLine(3.5)); t.Start(); t.Join();");
        Assert.Equal("1.5\n2.5\n3.5\n", output);
        await EndAsync(process, client);
    }

    [Fact]
    public async Task An_exception_on_a_thread_or_in_a_forgotten_task_is_reported_and_ends_nothing()
    {
        var (process, client) = await _kernel.StartAsync();
        var (_, _, error) = await KernelProcess.ExecuteAsync(
            client, "var t = new System.Threading.Thread(() => throw new InvalidOperationException(\"stray\"));\nt.Start(); t.Join(); "
                + "System.Threading.Thread.Sleep(50);");
        Assert.Equal(
            "An exception on a thread of this cell was not caught.\nInvalidOperationException: stray\n   at a lambda in cell 1, line 1\n",
            error);

        // What comes late belongs to the cell that it came from, not to the one that runs by then.
        var late = new List<string>();
        void Hear(JupyterMessage message)
        {
            if (message.Header.Type != "error") return;
            lock (late) late.AddRange(message.Content["traceback"]!.AsArray().Select(line => (string)line!));
        }

        client.Published += Hear;
        await KernelProcess.ExecuteAsync(client, "void Forget() { Task.Run(() => throw new ArgumentException(\"forgotten\")); } Forget();");
        for (var i = 0; i < 50 && late.Count == 0; i++)
        {
            await KernelProcess.ExecuteAsync(client, "GC.Collect(); GC.WaitForPendingFinalizers(); System.Threading.Thread.Sleep(20);");
        }

        client.Published -= Hear;
        Assert.Contains("A task failed, and nobody awaited it.\nArgumentException: forgotten", string.Join('\n', late),
            StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await KernelProcess.ExecuteAsync(client, "1")).Reply["status"]);
        await EndAsync(process, client);
    }

    [Fact]
    public async Task It_ignores_an_interrupt_from_the_terminal_and_ends_on_a_polite_signal()
    {
        if (OperatingSystem.IsWindows()) return;
        var (process, client) = await _kernel.StartAsync();
        await SignalAsync("INT", process);
        Assert.Equal("ok", (string?)(await KernelProcess.ExecuteAsync(client, "1")).Reply["status"]);
        await SignalAsync("TERM", process);
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        Assert.Equal(0, process.ExitCode);
        client.Dispose();
    }

    [Fact]
    public async Task It_ends_within_five_seconds_when_the_client_that_named_itself_is_gone()
    {
        if (OperatingSystem.IsWindows()) return;
        using var parent = Process.Start(new ProcessStartInfo("sleep", ["1000"]))!;
        var (process, client) = await _kernel.StartAsync(("COURSE_PARENT_PID", parent.Id.ToString(CultureInfo.InvariantCulture)));
        var running = KernelProcess.ExecuteAsync(client, "while (true) { }");
        parent.Kill();
        await parent.WaitForExitAsync();
        var clock = Stopwatch.StartNew();
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        Assert.False(running.IsCompletedSuccessfully);
        client.Dispose();
    }

    [Fact]
    public async Task It_ends_within_five_seconds_when_the_process_that_started_it_is_gone()
    {
        if (OperatingSystem.IsWindows()) return;
        var start = new ProcessStartInfo(
            "sh", ["-c", $"dotnet '{KernelProcess.CourseDll}' kernel run '{_kernel.File}' & echo $!; read line"])
        {
            RedirectStandardInput =
                true,
            RedirectStandardOutput = true
        };
        using var shell = Process.Start(start)!;
        var id = int.Parse((await shell.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(id);
        using var client = await _kernel.ConnectAsync();
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("", "not a Jupyter connection file")]
    [InlineData(null, "there is no such connection file")]
    public async Task A_bad_connection_file_is_one_line_and_exit_code_2(string? content, string reason)
    {
        if (content is null) File.Delete(_kernel.File);
        else await File.WriteAllTextAsync(_kernel.File, content);
        var result = await CourseProcess.RunAsync("kernel", "run", _kernel.File);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_connection_file_that_others_can_read_is_warned_about()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_kernel.File, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var (process, client) = await _kernel.StartAsync();
        await KernelProcess.ShutDownAsync(client);
        var error = await process.StandardError.ReadToEndAsync();
        Assert.Contains("can be read by others", error, StringComparison.Ordinal);
        Assert.DoesNotContain(_kernel.Connection.Key, error, StringComparison.Ordinal);
        client.Dispose();
    }

    public void Dispose() => _kernel.Dispose();

    private static async Task SignalAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task EndAsync(Process process, KernelClient client)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }
}
