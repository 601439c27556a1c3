namespace LstmCourse.Cli.Learning;

/// <summary>Finds lessons by their number, and the learner's copies of them.</summary>
internal static class Lessons
{
    /// <summary>The notebooks of a folder, all of them or those of the given numbers, in the order of the course.</summary>
    /// <param name="folder">The folder with files such as <c>03-vectors-shapes-and-bptt.ipynb</c>.</param>
    /// <param name="numbers">What the user wrote: 3, 03 or a file's name.</param>
    /// <exception cref="CommandException">The folder holds no notebook, or none of a number.</exception>
    public static string[] Find(string folder, IReadOnlyCollection<string> numbers)
    {
        string[] all = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)]
            : [];
        if (all.Length == 0) throw new CommandException($"{Path.GetFileName(folder)} holds no notebook. Begin with ./course learn");
        if (numbers.Count == 0) return all;

        var chosen = numbers.Select(number => Array.Find(all, path => IsCalled(path, number)) ?? throw new CommandException(
            $"{Path.GetFileName(folder)} holds no notebook {number}. Choose among: {string.Join(", ", all.Select(NumberOf))}"));
        return [.. chosen.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The number in front of a notebook's name, such as <c>03</c>; the whole name where there is none.</summary>
    public static string NumberOf(string path) => Path.GetFileNameWithoutExtension(path).Split('-', 2)[0];

    private static bool IsCalled(string path, string number)
    {
        var name = Path.GetFileName(number);
        return NumberOf(path) == name.PadLeft(2, '0') || Path.GetFileName(path) == name || Path.GetFileNameWithoutExtension(path) == name;
    }
}
