namespace LstmCourse.Cli;

/// <summary>A verb cannot do what it was asked to.</summary>
/// <param name="message">One line: what was expected, what was found, how to mend it.</param>
/// <param name="exitCode">1 when something failed, 2 when the arguments or a file were bad.</param>
internal sealed class CommandException(string message, int exitCode = CommandException.BadInput) : Exception(message)
{
    /// <summary>The exit code for bad arguments or files.</summary>
    public const int BadInput = 2;

    public int ExitCode { get; } = exitCode;
}
