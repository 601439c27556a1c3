using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Tests.Commands;

/// <summary>How the runner meets a kernel: through a child process.</summary>
public sealed class JupyterKernelFactoryTests
{
    private static readonly KernelSpec Course = KernelSpec.OfCourse(KernelProcess.CourseDll);

    [Theory]
    [InlineData(KernelSpec.CourseName)]
    [InlineData("by-tcp")]
    public async Task It_executes_cells_in_the_notebooks_folder_and_tells_what_happened(string name)
    {
        var folder = Directory.CreateTempSubdirectory();
        await using (
            var kernel = await new JupyterKernelFactory(Course with { Name = name }).StartAsync(folder.FullName, CancellationToken.None))
        {
            var events = new List<KernelEvent>();
            var done = await kernel.ExecuteAsync(
                "var d = display(1); Console.Write(\"a\"); clear_output(true); d.Update(2); "
                    + "Path.GetFileName(Directory.GetCurrentDirectory())", events.Add, CancellationToken.None);
            Assert.Equal(new CellCompletion(true, 1), done);
            Assert.Collection(
                events,
                e => Assert.Equal("c1-1", Assert.IsType<OutputProduced>(e).DisplayId),
                e => Assert.Equal(new StreamOutput("stdout", "a"), Assert.IsType<OutputProduced>(e).Output),
                e => Assert.True(Assert.IsType<OutputCleared>(e).Wait),
                e => Assert.Equal("2", (string?)Assert.IsType<DisplayUpdated>(e).Data["text/plain"]),
                e => Assert.Equal(
                    folder.Name, (string?)Assert.IsType<ResultOutput>(Assert.IsType<OutputProduced>(e).Output).Data["text/plain"]));
            events.Clear();
            Assert.Equal(
                new CellCompletion(false, 2),
                await kernel.ExecuteAsync("throw new Exception(\"no\");", events.Add, CancellationToken.None));
            var error = Assert.IsType<ErrorOutput>(Assert.IsType<OutputProduced>(Assert.Single(events)).Output);
            Assert.Equal(("Exception", "no"), (error.Name, error.Message));
            if (!OperatingSystem.IsMacOS()) Assert.InRange(kernel.PeakMemory!.Value, 30_000_000, 2_000_000_000);
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Environment.Exit(7);", "exit code 7")]
    [InlineData("Console.WriteLine(\"soon\"); Environment.FailFast(\"the reason\");", "exit code 134")]
    public async Task A_kernel_that_dies_is_reported_with_its_last_words(string code, string message)
    {
        if (OperatingSystem.IsWindows()) return;
        await using var kernel = await new JupyterKernelFactory(Course).StartAsync(Path.GetTempPath(), CancellationToken.None);
        var died = await Assert.ThrowsAsync<KernelDiedException>(() => kernel.ExecuteAsync(code, _ => { }, CancellationToken.None));
        Assert.Contains(message, died.Message, StringComparison.Ordinal);
        if (code.Contains("FailFast", StringComparison.Ordinal)) Assert.Contains("the reason", died.LastOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.Write(\"last words\"); Environment.Exit(3);")]
    [InlineData("await Task.Run(() => { Console.Write(\"last words\"); Environment.Exit(3); });")]
    [InlineData(
        "var t = new System.Threading.Thread(() => { Console.Write(\"last\"); Console.Write(\" words\"); Environment.Exit(3); }); "
            + "t.Start(); while (true) { }")]
    public async Task What_a_cell_prints_just_before_it_ends_the_process_arrives(string code)
    {
        await using var kernel = await new JupyterKernelFactory(Course).StartAsync(Path.GetTempPath(), CancellationToken.None);
        var events = new List<KernelEvent>();
        var died = await Assert.ThrowsAsync<KernelDiedException>(() => kernel.ExecuteAsync(code, events.Add, CancellationToken.None));
        Assert.Contains("exit code 3", died.Message, StringComparison.Ordinal);
        Assert.Equal(
            "last words", string.Concat(events.OfType<OutputProduced>().Select(e => e.Output).OfType<StreamOutput>().Select(o => o.Text)));
    }

    [Fact]
    public async Task A_cell_that_hangs_is_given_up_on_and_its_process_and_children_are_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        var kernel = await new JupyterKernelFactory(Course).StartAsync(Path.GetTempPath(), CancellationToken.None);
        using var time = new CancellationTokenSource();
        var childId = 0;
        var running = kernel.ExecuteAsync(
            "Console.WriteLine(System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id); while (true) { }", Observe, time.Token);
        while (Volatile.Read(ref childId) == 0) await Task.Delay(10);
        await time.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await kernel.DisposeAsync();
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(childId), TimeSpan.FromSeconds(10)));

        void Observe(KernelEvent happened)
        {
            if (happened is OutputProduced { Output: StreamOutput stream }) Volatile.Write(
                ref childId, int.Parse(stream.Text, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_or_ends_at_once_is_said_so()
    {
        var missing = Course with { Arguments = ["/no/such/program"] };
        Assert.Contains("could not be started", (await Fails(missing)).Message, StringComparison.Ordinal);
        var failing = Course with { Arguments = [Course.Arguments[0], KernelProcess.CourseDll, "kernel", "run", "/no/such/file"] };
        var died = await Fails(failing);
        Assert.Contains("exit code 2", died.Message, StringComparison.Ordinal);
        Assert.Contains("no such connection file", died.LastOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kernel_that_is_not_ready_in_time_is_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        var factory = new JupyterKernelFactory(Course with { Arguments = ["sleep", "1000"] }, TimeSpan.FromMilliseconds(300));
        var died = await Assert.ThrowsAsync<KernelDiedException>(() => factory.StartAsync(Path.GetTempPath(), CancellationToken.None));
        Assert.Contains("was not ready within", died.Message, StringComparison.Ordinal);
    }

    private static Task<KernelDiedException> Fails(KernelSpec spec) =>
        Assert.ThrowsAsync<KernelDiedException>(
            () => new JupyterKernelFactory(spec).StartAsync(Path.GetTempPath(), CancellationToken.None));

    private static bool IsRunning(int processId)
    {
        // A killed child that nobody has waited for yet is still listed, as a zombie.
        var status = $"/proc/{processId}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
