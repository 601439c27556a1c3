using System.Text;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Cli.Setup;

/// <summary>Writes <c>artifacts/course.csx</c>, which every notebook's first cell loads.</summary>
internal static class CourseScript
{
    /// <summary>
    /// The script: one reference for each library, relative to the script. It holds no <c>using</c>; C# scripting does not hand those of
    /// a loaded script on to the cell that loads it.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <param name="library">The folder of the published library.</param>
    public static string Text(CourseProfile profile, string library) => new StringBuilder()
        .Append("// Written by `course setup` for the ").Append(profile.Name).Append(" profile. Every notebook's first cell loads it.\n")
        .AppendJoin("", References(profile, library).Select(name => $"#r \"{Path.GetFileName(library)}/{name}.dll\"\n"))
        .ToString();

    /// <summary>Writes the script beside the folder of the published library.</summary>
    public static void Write(string path, CourseProfile profile, string library) =>
        AtomicFile.WriteAllBytes(path, Encoding.UTF8.GetBytes(Text(profile, library)));

    private static IEnumerable<string> References(CourseProfile profile, string library) =>
        profile.Libraries.Concat(profile.Companions.Where(name => File.Exists(Path.Combine(library, name + ".dll"))));
}
