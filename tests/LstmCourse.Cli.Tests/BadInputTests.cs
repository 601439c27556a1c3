namespace LstmCourse.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-bad-").FullName;

    [Theory]
    [InlineData("Unknown option '--chekc'. See: course run --help", "run", "--chekc")]
    [InlineData("Unknown option '-z'. See: course run --help", "run", "-z")]
    [InlineData("Unrecognized command or argument 'runn'", "runn")]
    [InlineData("Required argument missing for option: '--timeout'", "run", "--timeout")]
    [InlineData("Expected a number of seconds above 0 for --timeout, got '0'", "run", "--timeout", "0")]
    [InlineData("Expected a number of seconds above 0 for --timeout, got '1,5'", "run", "--timeout", "1,5")]
    [InlineData("Expected a number of seconds above 0 for --timeout, got '-1'", "run", "--timeout", "-1")]
    [InlineData("Expected a whole number from 1 for --parallel, got '0'", "run", "--parallel", "0")]
    [InlineData("Expected --check or --update, got both", "run", "--check", "--update")]
    [InlineData("Unknown option '--fast'. See: course setup --help", "setup", "--fast", "now")]
    [InlineData("There is no kernel 'nonsense'. Choose one of: ", "run", "--kernel", "nonsense")]
    [InlineData("gone.ipynb does not exist", "run", "gone.ipynb")]
    [InlineData("empty holds no notebook", "run", "empty")]
    [InlineData("text.ipynb is not a notebook: no valid JSON at line 1", "run", "text.ipynb")]
    [InlineData("list.ipynb is not a notebook: its JSON is not an object", "run", "list.ipynb")]
    [InlineData("cut.ipynb is cut off: it ends in line 1", "run", "cut.ipynb")]
    [InlineData("v3.ipynb is in the old notebook format 3, expected 4. Convert it with: jupyter nbconvert", "run", "v3.ipynb")]
    [InlineData("cut.ipynb is cut off", "run", ".", "--check")]
    public async Task Bad_input_gives_one_line_and_exit_code_2(string expected, params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));
        Write("text.ipynb", "Dear diary");
        Write("list.ipynb", "[1, 2]");
        Write("cut.ipynb", """{"nbformat": 4, "cells": [{"cell_type": "co""");
        Write("v3.ipynb", """{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": []}]}""");

        var result = await CourseProcess.RunInAsync(_folder, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("course: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);
}
