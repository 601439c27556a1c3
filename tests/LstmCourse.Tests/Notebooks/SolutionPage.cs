using System.Text.RegularExpressions;
using LstmCourse.Exercises;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace LstmCourse.Tests.Notebooks;

/// <summary>
/// A page of solutions whose exercises run here, each for itself: the page's usings, then the cells of the exercise, as a C# script. It
/// needs no kernel and no published library, and shows the same verdicts.
/// </summary>
internal sealed partial class SolutionPage(string number)
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)))
        .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks");

    private static readonly SemaphoreSlim ConsoleGate = new(1);

    private readonly NotebookCell[] _cells =
        [.. CourseNotebook.Solution(CourseNotebook.Solutions.Single(name => name.StartsWith(number, StringComparison.Ordinal)))
            .Cells.Where(cell => cell.IsCode)];

    /// <summary>The exercises, such as <c>exercise-2</c>.</summary>
    public string[] Exercises => [.. _cells.Select(cell => ExerciseOf(cell.Id)).Where(id => id is not null).Distinct().Cast<string>()];

    /// <summary>The exercise that a cell belongs to, or null.</summary>
    public static string? ExerciseOf(string cellId) => Prefix().Match(cellId) is { Success: true } match ? match.Value : null;

    /// <summary>The cells of an exercise.</summary>
    public IEnumerable<NotebookCell> CellsOf(string exercise) => _cells.Where(cell => ExerciseOf(cell.Id) == exercise);

    /// <summary>Runs an exercise as the solution has it, or with a mistake in it.</summary>
    /// <returns>What its checks said, where nobody has had a hint before.</returns>
    public async Task<string[]> RunAsync(string exercise, WrongAnswer? mistake = null)
    {
        var sources = CellsOf(exercise).Select(cell => cell.Id == mistake?.Cell ? Put(mistake, cell.Source) : cell.Source);
        var usings = _cells[0].Lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal));
        var code = string.Join('\n', usings.Concat(sources));

        await ConsoleGate.WaitAsync();
        var (console, printed) = (Console.Out, new StringWriter());
        try
        {
            HintBook.OfProcess = new HintBook();
            Console.SetOut(printed);
            await CSharpScript.RunAsync(code, Options);
        }
        finally
        {
            Console.SetOut(console);
            ConsoleGate.Release();
        }

        return [.. printed.ToString().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => Verdict().IsMatch(line))];
    }

    private static string Put(WrongAnswer mistake, string source)
    {
        Assert.Contains(mistake.Replace, source, StringComparison.Ordinal);
        return source.Replace(mistake.Replace, mistake.With, StringComparison.Ordinal);
    }

    [GeneratedRegex("^exercise-[0-9]+")]
    private static partial Regex Prefix();

    [GeneratedRegex("^(ok|not yet)  ")]
    private static partial Regex Verdict();
}
