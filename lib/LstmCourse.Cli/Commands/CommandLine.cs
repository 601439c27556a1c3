using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using LstmCourse.Cli.Setup;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Cli.Commands;

/// <summary>Reads the arguments, runs the verb, and turns whatever a user did wrong into one line on standard error.</summary>
internal static class CommandLine
{
    // What a shell reports for a program that Ctrl+C ended.
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        var result = CreateRoot().Parse(args);
        if (result.Action is not HelpAction && FindError(result) is { } error) return Fail(
            $"{error} See: {NameOf(result.CommandResult.Command)} --help");

        try
        {
            var configuration =
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) };
            return await result.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("course: interrupted").ConfigureAwait(false);
            return Interrupted;
        }
        catch (CommandException e)
        {
            return Fail(e.Message, e.ExitCode);
        }
        catch (BuildFailedException e)
        {
            await Console.Error.WriteLineAsync(e.Errors).ConfigureAwait(false);
            return Fail(e.Message, exitCode: 1);
        }
        catch (TrialException e)
        {
            return Fail(e.Message, SetupProblem.ExitCode);
        }
        catch (IOException e) when (SetupProblem.IsFullDisk(e))
        {
            return Fail(SetupProblem.Describe(e.Message) ?? SetupProblem.FullDisk(path: null), SetupProblem.ExitCode);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message);
        }
    }

    internal static RootCommand CreateRoot()
    {
        var root = new RootCommand("LstmCourse: Long Short-Term Memory networks in C#, as notebooks.")
        {
            SetupCommand.Create(),
            LearnCommand.Create(),
            GradeCommand.Create(),
            RunCommand.Create(),
            TestCommand.Create(),
            KernelCommand.Create(),
            DoctorCommand.Create(),
        };
        root.SetAction(result => new HelpAction().Invoke(result));
        return root;
    }

    // An argument takes whatever no option claims; a user who writes --chekc did not mean a file.
    private static string? FindError(ParseResult result)
    {
        var options = result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);
        var unknown = options.FirstOrDefault(
            token => token.Type == TokenType.Argument && token.Value is ['-', not (>= '0' and <= '9'), ..]);
        return unknown is not null ? $"Unknown option '{unknown.Value}'." : result.Errors.Count > 0 ? result.Errors[0].Message : null;
    }

    private static string NameOf(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "course" : $"{NameOf(parent)} {command.Name}";
    }

    private static int Fail(string message, int exitCode = CommandException.BadInput)
    {
        Console.Error.WriteLine($"course: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
