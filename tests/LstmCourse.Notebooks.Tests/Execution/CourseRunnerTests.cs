using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Execution;

public sealed class CourseRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-run-").FullName;

    [Fact]
    public async Task Every_notebook_runs_in_its_own_folder_whatever_became_of_the_others()
    {
        Save("a.ipynb", Of("throw early"));
        Save("b.ipynb", Of("hang"));
        Save("c.ipynb", Of("die"));
        Save("deep/d.ipynb", Of("out fine"));
        var kernel = new FakeKernel();

        var results = await RunAsync(RunMode.Execute, kernel);

        Assert.Equal(
            [NotebookOutcome.Failed, NotebookOutcome.TimedOut, NotebookOutcome.KernelDied, NotebookOutcome.Passed],
            results.Select(result => result.Outcome));
        Assert.Equal([_folder, _folder, _folder, Path.Combine(_folder, "deep")], kernel.WorkingDirectories);
        Assert.Equal(4, kernel.Disposed);
        Assert.Equal("stdout:fine/", Text(Notebook.Read(Path.Combine(Copies, "deep", "d.ipynb")).CodeCells.Single().Outputs));
    }

    [Fact]
    public async Task A_check_passes_on_what_an_update_wrote_and_fails_when_a_number_is_changed()
    {
        Save("a.ipynb", Of(Code("out c = 0.7400\nvalue 1"), Code("json {\"data\": [0.5]}")));

        Assert.Equal(NotebookOutcome.Differs, (await RunAsync(RunMode.Check)).Single().Outcome);
        Assert.True((await RunAsync(RunMode.Update)).Single().Updated);
        var written = File.ReadAllBytes(PathOf("a.ipynb"));
        Assert.Equal(NotebookOutcome.Passed, (await RunAsync(RunMode.Check)).Single().Outcome);
        Assert.Equal(NotebookOutcome.Passed, (await RunAsync(RunMode.Check)).Single().Outcome);
        Assert.False((await RunAsync(RunMode.Update)).Single().Updated);
        Assert.Equal(written, File.ReadAllBytes(PathOf("a.ipynb")));

        File.WriteAllText(PathOf("a.ipynb"), File.ReadAllText(PathOf("a.ipynb"))
            .Replace("\"c = 0.7400", "\"c = 0.7500", StringComparison.Ordinal));
        var result = (await RunAsync(RunMode.Check)).Single();
        Assert.Equal(NotebookOutcome.Differs, result.Outcome);
        Assert.Equal("a.ipynb, cell 1, output 1 (stdout, line 1) differs:\n  - c = 0.7500\n  + c = 0.7400",
            Assert.Single(result.Problems()));
    }

    [Fact]
    public async Task A_notebook_that_passes_at_a_later_attempt_is_flaky()
    {
        Save("a.ipynb", Of("flaky 3"));
        Save("b.ipynb", Of("throw always"));
        Save("c.ipynb", Of("out fine"));
        var results = await RunAsync(RunMode.Execute, new FakeKernel(), reruns: 2);
        Assert.Equal([(3, true), (3, false), (1, false)], results.Select(result => (result.Attempts, result.IsFlaky)));
        Assert.Equal([NotebookOutcome.Passed, NotebookOutcome.Failed, NotebookOutcome.Passed], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task What_two_kernels_make_of_a_notebook_is_compared()
    {
        Save("a.ipynb", Of("out x 1.5\nvalue 7", "out y"));
        var first = await RunAsync(RunMode.Execute);
        Save("a.ipynb", Of("out x 2.5\nvalue 7", "out y"));
        var second = await RunAsync(RunMode.Execute);
        var compared = KernelComparison.Of(first, second, "other").Single();
        Assert.Equal(NotebookOutcome.Differs, compared.Outcome);
        Assert.Equal("a.ipynb (other), cell 1, output 1 (stdout, line 1) differs:\n  - x 1.5\n  + x 2.5",
            Assert.Single(compared.Problems()));
        Assert.Equal(NotebookOutcome.Passed, KernelComparison.Of(first, first, "same").Single().Outcome);
    }

    [Fact]
    public async Task The_page_shows_both_sides_and_runs_nothing_of_them()
    {
        const string Old = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0L1 1\"/></svg>",
            New = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0L9 1\"/></svg>";
        var chart = new DisplayOutput(MimeBundle.OfText("image/svg+xml", Old));
        var table = new DisplayOutput(MimeBundle.OfText("text/html", "<table onclick=\"x()\"><td>1</td></table>"));
        Save("a.ipynb",
            Of(Code($"svg {New}\nhtml <b>2</b>\nout <script>", null, null, chart, table, new StreamOutput("stdout", "before\n"))));
        var results = await RunAsync(RunMode.Check);
        new RunReport(results).Write(_folder);
        var page = File.ReadAllText(PathOf("report.html"));
        Assert.Contains("before", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("srcdoc=\"&lt;table onclick=&quot;x()&quot;&gt;", page, StringComparison.Ordinal);
        Assert.Equal(page.Split("<iframe").Length, page.Split("<iframe sandbox style=").Length);
        Assert.Contains("<figcaption>expected</figcaption><pre>before", page, StringComparison.Ordinal);
        foreach (var drawing in new[] { Old, New })
        {
            // Side by side, and over each other.
            Assert.Equal(3, page.Split(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(drawing))).Length);
        }
    }

    [Fact]
    public async Task A_notebook_that_fails_is_not_updated()
    {
        Save("a.ipynb", Of("out new", "throw x"));
        var before = File.ReadAllBytes(PathOf("a.ipynb"));
        Assert.False((await RunAsync(RunMode.Update)).Single().Updated);
        Assert.Equal(before, File.ReadAllBytes(PathOf("a.ipynb")));
    }

    [Fact]
    public async Task An_update_keeps_the_outputs_of_a_volatile_cell_when_only_times_changed()
    {
        var cell = Code("out took 3.5 s", ["volatile"], outputs: new StreamOutput("stdout", "took 9.0 s\n"));
        cell["execution_count"] = 1;
        Save("a.ipynb", Of(cell));
        Assert.False((await RunAsync(RunMode.Update)).Single().Updated);
        Assert.Contains("9.0 s", File.ReadAllText(PathOf("a.ipynb")), StringComparison.Ordinal);
        Assert.Contains("3.5 s", File.ReadAllText(Path.Combine(Copies, "a.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_was_saved_elsewhere_while_it_ran_is_not_overwritten()
    {
        Save("a.ipynb", Of("out a"));
        var files = NotebookFinder.Find([_folder], _folder);
        Save("a.ipynb", Of("out edited"));
        var before = File.ReadAllBytes(PathOf("a.ipynb"));

        var e = await Assert.ThrowsAsync<IOException>(() => Runner(RunMode.Update, new FakeKernel()).RunAsync(files, default));

        Assert.Contains("a.ipynb was changed while it ran", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(PathOf("a.ipynb")));
    }

    [Fact]
    public async Task Observers_hear_of_every_notebook_and_cell()
    {
        Save("a.ipynb", Of(Code("out a"), Code(""), Code("out b"), Code("throw x"), Code("out c")));
        var observer = new RecordingObserver();
        await RunAsync(RunMode.Execute, observer: observer);
        Assert.Equal(["started a.ipynb", "cell 1", "cell 2", "cell 3", "finished Failed"], observer.Heard);
    }

    [Fact]
    public async Task Parallel_runs_give_the_results_in_the_order_of_the_files()
    {
        for (var i = 0; i < 10; i++) Save($"{i}.ipynb", Of($"out {i}"));
        var results = await RunAsync(RunMode.Execute, parallel: 4);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"stdout:{i}/"), results.Select(result => Text(result.Run.Cells[0].Outputs)));
    }

    [Fact]
    public async Task The_report_says_in_json_and_junit_what_happened()
    {
        Save("a.ipynb", Of("out fine"));
        Save("b.ipynb", Of(Code("out 1.5", outputs: new StreamOutput("stdout", "2.5\n")), Code("throw bad \u0001 <&>"), Code("out never")));
        Save("c.ipynb", Of("out a"));
        var report = new RunReport([.. await RunAsync(RunMode.Check)]);

        Assert.Equal((0, 3), (report.Passed, report.Failed));
        report.Write(Path.Combine(_folder, "out"));
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "out", "report.json")))!;
        Assert.Equal(3, (int)json["failed"]!);
        Assert.Equal("Failed", (string?)json["notebooks"]![1]!["outcome"]);
        Assert.Equal(["Passed", "Failed", "NotRun"], json["notebooks"]![1]!["cells"]!.AsArray().Select(cell => (string?)cell!["status"]));
        Assert.Equal(2, json["notebooks"]![1]!["problems"]!.AsArray().Count);

        var suites = XDocument.Load(Path.Combine(_folder, "out", "report.xml")).Root!.Elements("testsuite").ToList();
        Assert.Equal(["a.ipynb", "b.ipynb", "c.ipynb"], suites.Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal("2", suites[1].Attribute("failures")!.Value);
        Assert.Equal("1", suites[1].Attribute("skipped")!.Value);
        Assert.Contains(suites[1].Descendants("failure"), failure => failure.Value == "SomeException: bad \uFFFD <&>");
    }

    [Fact]
    public async Task A_kernel_that_does_not_start_is_a_failing_test_case()
    {
        Save("a.ipynb", Of("out a"));
        var report = new RunReport([.. await RunAsync(RunMode.Execute, new FakeKernel { FailsToStart = true })]);
        var failure = XDocument.Parse(report.ToJUnit()).Descendants("failure").Single();
        Assert.Equal("KernelDied", failure.Attribute("type")!.Value);
        Assert.Equal(1, report.Failed);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Copies => Path.Combine(_folder, ".copies");

    private string PathOf(string name) => Path.Combine(_folder, name);

    private void Save(string name, Notebook notebook)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        notebook.Write(PathOf(name));
    }

    private async Task<ImmutableArray<NotebookResult>> RunAsync(
        RunMode mode, FakeKernel? kernel = null, int parallel = 1, IRunObserver? observer = null, int reruns = 0) =>
        await Runner(mode, kernel, parallel, observer, reruns).RunAsync(NotebookFinder.Find([_folder], _folder), default);

    private CourseRunner Runner(RunMode mode, FakeKernel? kernel = null, int parallel = 1, IRunObserver? observer = null, int reruns = 0)
    {
        var options = new RunOptions
        {
            Mode = mode,
            CellTimeout = TimeSpan.FromMilliseconds(500),
            Parallel = parallel,
            CopyFolder = Copies,
            Reruns = reruns
        };
        return new CourseRunner(kernel ?? new FakeKernel(), options, observer ?? new RecordingObserver());
    }

    private sealed class RecordingObserver : IRunObserver
    {
        public ConcurrentQueue<string> Heard { get; } = [];

        public void Started(NotebookFile file) => Heard.Enqueue($"started {file.DisplayName}");

        public void CellStarting(NotebookFile file, CodeCell cell) => Heard.Enqueue($"cell {cell.Number}");

        public void Finished(NotebookResult result) => Heard.Enqueue($"finished {result.Outcome}");
    }
}
