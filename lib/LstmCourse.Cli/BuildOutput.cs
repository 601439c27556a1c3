namespace LstmCourse.Cli;

/// <summary>Reads what <c>dotnet build</c> prints.</summary>
internal static class BuildOutput
{
    private const int MaxErrors = 20;

    /// <summary>The errors, each once; the whole output when it holds none.</summary>
    public static string Errors(string output)
    {
        var errors = output.Split('\n').Select(line => line.Trim()).Where(
            line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
        if (errors.Count == 0) return output.TrimEnd();
        return string.Join(
            '\n', errors.Count > MaxErrors ? [.. errors.Take(MaxErrors), $"… and {errors.Count - MaxErrors} more errors"] : errors);
    }
}
