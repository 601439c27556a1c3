using System.Globalization;
using LstmCourse.Testing;

namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>The answers of the official package, by question, from facts.txt.</summary>
internal static class Facts
{
    internal static IReadOnlyDictionary<string, string> All { get; } = Read();

    /// <summary>The answer of an expression in the form that facts.txt has: the value, or the exception and the first line of its message.</summary>
    internal static string Answer(Func<object?> question)
    {
        try
        {
            return Normalised(Convert.ToString(question(), CultureInfo.InvariantCulture) ?? "");
        }
        catch (Exception error)
        {
            return $"THROWS {error.GetType().Name}: {error.Message.Split('\n')[0]}";
        }
    }

    private static Dictionary<string, string> Read()
    {
        var facts = new Dictionary<string, string>();
        var question = "";
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "TorchSharp.Portable.Tests", "Conformance", "facts.txt")))
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            if (line[0] == '\t')
            {
                facts[question] += "\n" + line[1..];
                continue;
            }
            var arrow = line.IndexOf(" => ", StringComparison.Ordinal);
            question = line[..arrow];
            facts.Add(question, line[(arrow + 4)..]);
        }
        return facts.ToDictionary(static f => f.Key, static f => Normalised(f.Value));
    }

    private static string Normalised(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
