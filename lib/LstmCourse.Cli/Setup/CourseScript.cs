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
    public static string Text(CourseProfile profile) => new StringBuilder()
        .Append("// Written by `course setup` for the ").Append(profile.Name).Append(" profile. Every notebook's first cell loads it.\n")
        .AppendJoin("", profile.Libraries.Select(library => $"#r \"course/{library}.dll\"\n"))
        .ToString();

    public static void Write(CourseFolders folders, CourseProfile profile) => AtomicFile.WriteAllBytes(folders.Script, Encoding.UTF8.GetBytes(Text(profile)));
}
