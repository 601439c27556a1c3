using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace LstmCourse.Cli.Testing;

/// <summary>What a test assembly's run came to.</summary>
/// <param name="Passed">The number of tests that passed.</param>
/// <param name="Failed">The number that failed.</param>
/// <param name="Skipped">The number that were skipped.</param>
/// <param name="Failures">What the failing ones said.</param>
/// <param name="Skips">Why tests were skipped, each reason once.</param>
internal sealed record TestResults(int Passed, int Failed, int Skipped, IReadOnlyList<TestFailure> Failures, IReadOnlyList<string> Skips)
{
    // What `dotnet test` says when the process that runs the tests has ended.
    private const string Aborted = "test run was aborted";

    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads a TRX file.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is not whole: the test process ended before its time.</exception>
    public static TestResults Read(string path)
    {
        try
        {
            return Parse(XDocument.Load(path));
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            throw new InvalidDataException("the test process ended without results", e);
        }
    }

    /// <summary>
    /// These results, and a failure more if the run was broken off: when a test ends the process, the results file counts only those
    /// before it.
    /// </summary>
    internal TestResults AfterExit(int exitCode, string name, string output)
    {
        var isBrokenOff = exitCode != 0 && (Failed == 0 || output.Contains(Aborted, StringComparison.Ordinal));
        if (!isBrokenOff) return this;
        var failure = new TestFailure(name, $"the test run was broken off (exit code {exitCode}):\n{output.TrimEnd()}", "");
        return this with { Failed = Failed + 1, Failures = [.. Failures, failure] };
    }

    internal static TestResults Parse(XDocument document)
    {
        var results = document.Descendants(Trx + "UnitTestResult").ToList();
        var failures = results.Where(result => Outcome(result) == "Failed").Select(Failure).ToList();
        var skips = results.Where(result => Outcome(result) == "NotExecuted").Select(Message).Where(
            message => message.Length > 0).Distinct().ToList();
        var counters = document.Descendants(Trx + "Counters").FirstOrDefault()
            ?? throw new InvalidDataException("the test results hold no counts");
        return new TestResults(
            Count(counters, "passed"),
            Count(counters, "failed"),
            results.Count(result => Outcome(result) == "NotExecuted"),
            failures,
            skips);
    }

    private static TestFailure Failure(XElement result) =>
        new(
            result.Attribute("testName")?.Value ?? "a test",
            Message(result),
            result.Descendants(Trx + "StackTrace").FirstOrDefault()?.Value.Trim() ?? "");

    private static string Message(XElement result) => result.Descendants(Trx + "Message").FirstOrDefault()?.Value.Trim() ?? "";

    private static string Outcome(XElement result) => result.Attribute("outcome")?.Value ?? "";

    private static int Count(XElement counters, string name) =>
        int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
}

/// <summary>A test that failed.</summary>
internal sealed record TestFailure(string Name, string Message, string StackTrace);
