using System.Text.Json;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Notebooks;

/// <summary>
/// A plausible mistake in an exercise: the solution with one place written as a learner might. They are kept in <c>Answers/NN.json</c>.
/// </summary>
/// <param name="Cell">The id of the solution's cell with the answer.</param>
/// <param name="Replace">What the solution says there.</param>
/// <param name="With">What the learner wrote.</param>
/// <param name="Check">The check that finds it.</param>
/// <param name="Hint">The hint that the learner gets at the first try, or the words by which the check says what came.</param>
internal sealed record WrongAnswer(string Cell, string Replace, string With, string Check, string Hint)
{
    private static readonly string Folder = Repository.PathOf("tests/LstmCourse.Tests/Notebooks/Answers");

    /// <summary>The numbers of the pages that have such a file.</summary>
    public static string[] Pages { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    /// <summary>The mistakes on a page.</summary>
    public static WrongAnswer[] On(string page) =>
        JsonSerializer.Deserialize<WrongAnswer[]>(File.ReadAllText(Path.Combine(Folder, page + ".json")), JsonSerializerOptions.Web)!;
}
