using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>The results of a run in the forms that other programs read.</summary>
public sealed class RunReport(ImmutableArray<NotebookResult> results)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>The number of notebooks that passed.</summary>
    public int Passed => results.Count(result => result.Outcome == NotebookOutcome.Passed);

    /// <summary>The number of notebooks that did not.</summary>
    public int Failed => results.Length - Passed;

    /// <summary>Everything, as JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["passed"] = Passed,
        ["failed"] = Failed,
        ["notebooks"] = new JsonArray([.. results.Select(ToJson)]),
    }.ToJsonString(Indented) + "\n";

    /// <summary>A JUnit file: a suite for each notebook, a test case for each cell that holds code.</summary>
    public string ToJUnit()
    {
        var suites = new XElement("testsuites", results.Select(ToSuite));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{suites}\n";
    }

    /// <summary>Writes <c>report.json</c>, <c>report.xml</c> and <c>report.html</c>.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.WriteAllBytes(Path.Combine(folder, "report.json"), Encoding.UTF8.GetBytes(ToJson()));
        AtomicFile.WriteAllBytes(Path.Combine(folder, "report.xml"), Encoding.UTF8.GetBytes(ToJUnit()));
        AtomicFile.WriteAllBytes(Path.Combine(folder, "report.html"), Encoding.UTF8.GetBytes(HtmlReport.Of(results)));
    }

    private static JsonObject ToJson(NotebookResult result) => new()
    {
        ["notebook"] = result.File.DisplayName,
        ["outcome"] = result.Outcome.ToString(),
        ["updated"] = result.Updated,
        ["attempts"] = result.Attempts,
        ["flaky"] = result.IsFlaky,
        ["seconds"] = Math.Round(result.Run.Elapsed.TotalSeconds, 3),
        ["peakMemoryBytes"] = result.Run.PeakMemory,
        ["problems"] = new JsonArray([.. result.Problems().Select(problem => JsonValue.Create(problem))]),
        ["cells"] = new JsonArray([.. result.Run.Cells.Where(cell => cell.Cell.Number is not null).Select(cell => new JsonObject
        {
            ["number"] = cell.Cell.Number,
            ["status"] = cell.Status.ToString(),
            ["seconds"] = Math.Round(cell.Elapsed.TotalSeconds, 3),
        })]),
    };

    private static XElement ToSuite(NotebookResult result)
    {
        var cases = result.Run.Cells.Where(cell => cell.Cell.Number is not null).Select(cell => ToCase(result, cell)).ToList();
        if (result.Run.StartProblem is { } problem)
        {
            cases.Insert(0, new XElement("testcase", new XAttribute("classname", result.File.DisplayName),
                new XAttribute("name", "kernel"), Failure("KernelDied", problem)));
        }

        return new XElement(
            "testsuite",
            new XAttribute("name", result.File.DisplayName),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(test => test.Element("failure") is not null)),
            new XAttribute("skipped", cases.Count(test => test.Element("skipped") is not null)),
            new XAttribute("time", Seconds(result.Run.Elapsed)),
            cases);
    }

    private static XElement ToCase(NotebookResult result, CellRun cell)
    {
        var test = new XElement(
            "testcase",
            new XAttribute("classname", result.File.DisplayName),
            new XAttribute("name", $"cell {cell.Cell.Number}"),
            new XAttribute("time", Seconds(cell.Elapsed)));
        var differences = result.Differences.Where(difference => difference.Cell == cell.Cell.Number)
            .Select(difference => $"{difference.Place}\n{string.Join('\n', difference.Lines)}").ToList();
        if (cell.Status == CellStatus.NotRun) test.Add(new XElement("skipped"));
        else if (cell.Problem is { } problem) test.Add(Failure(cell.Status.ToString(), problem));
        else if (differences.Count > 0) test.Add(Failure("Differs", string.Join('\n', differences)));
        return test;
    }

    private static XElement Failure(string type, string text)
    {
        // XML 1.0 has no place for most control characters and for half surrogate pairs, not even as references.
        var clean = string.Concat(text.EnumerateRunes()
            .Select(rune => rune.Value is '\t' or '\n' or (>= 0x20 and not (0xFFFE or 0xFFFF)) ? rune.ToString() : "\uFFFD"));
        return new XElement("failure", new XAttribute("type", type), new XAttribute("message", clean.Split('\n')[0]), clean);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
