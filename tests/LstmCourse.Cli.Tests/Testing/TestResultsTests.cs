using System.Xml.Linq;
using LstmCourse.Cli.Testing;
using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests.Testing;

public sealed class TestResultsTests
{
    private const string Sample = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testName="A.Passes" outcome="Passed" />
            <UnitTestResult testName="A.Fails" outcome="Failed">
              <Output><ErrorInfo><Message>Expected 1
        got 2</Message><StackTrace>   at A.Fails() in A.cs:line 3</StackTrace></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testName="A.Skips" outcome="NotExecuted">
              <Output><ErrorInfo><Message>nbconvert is not installed</Message></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testName="A.SkipsToo" outcome="NotExecuted">
              <Output><ErrorInfo><Message>nbconvert is not installed</Message></ErrorInfo></Output>
            </UnitTestResult>
          </Results>
          <ResultSummary outcome="Failed"><Counters total="4" executed="2" passed="1" failed="1" notExecuted="0" /></ResultSummary>
        </TestRun>
        """;

    [Fact]
    public void Counts_failures_and_reasons_for_skipping_are_read()
    {
        var results = TestResults.Parse(XDocument.Parse(Sample));
        Assert.Equal((1, 1, 2), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(new TestFailure("A.Fails", "Expected 1\ngot 2", "at A.Fails() in A.cs:line 3"), Assert.Single(results.Failures));
        Assert.Equal(["nbconvert is not installed"], results.Skips);
    }

    [Fact]
    public void Results_that_are_missing_or_cut_off_are_an_error()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("course-trx-").FullName, "a.trx");
        Assert.Throws<InvalidDataException>(() => TestResults.Read(path));
        File.WriteAllText(path, Sample[..200]);
        Assert.Throws<InvalidDataException>(() => TestResults.Read(path));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_run_that_was_broken_off_has_failed_though_all_tests_before_passed()
    {
        var whole = new TestResults(17, 0, 0, [], []);
        Assert.Same(whole, whole.AfterExit(0, "A", "Passed!"));
        var broken = whole.AfterExit(1, "A", "Test host process crashed\n");
        Assert.Equal((17, 1), (broken.Passed, broken.Failed));
        Assert.EndsWith("(exit code 1):\nTest host process crashed", Assert.Single(broken.Failures).Message, StringComparison.Ordinal);
        var failing = whole with { Failed = 2 };
        Assert.Same(failing, failing.AfterExit(1, "A", "Failed!"));
        Assert.Equal(failing.Failed + 1, failing.AfterExit(1, "A", "The active test run was aborted. Reason: Stack overflow.").Failed);
    }

    [Fact]
    public void Every_test_project_is_run_and_those_of_the_libraries_in_german_too()
    {
        var assemblies = TestAssembly.All(new CourseFolders(Repository.Root));
        Assert.Contains(assemblies, assembly => assembly.DisplayName == "LstmCourse.Cli.Tests");
        Assert.Contains(assemblies, assembly => assembly.DisplayName == "LstmCourse.Tests (de-DE)");
        Assert.All(
            assemblies, assembly => Assert.EndsWith(
                Path.Combine("bin", assembly.Name, "release", assembly.Name + ".dll"), assembly.Path, StringComparison.Ordinal));
    }
}
