namespace LstmCourse.Cli;

/// <summary>Something does not build.</summary>
/// <param name="message">One line: what.</param>
/// <param name="errors">The compiler's errors, a line each.</param>
internal sealed class BuildFailedException(string message, string errors) : Exception(message)
{
    public string Errors { get; } = errors;
}
