namespace LstmCourse.Data;

/// <summary>Finds the files that ship with the course.</summary>
public static class CourseData
{
    private const string Folder = "data", Mark = "reviews.csv";

    /// <summary>
    /// The path of a file in the course's <c>data</c> folder, looked for upwards from the current folder and then from the folder of
    /// this library, so that notebooks, tests and the command find it alike.
    /// </summary>
    /// <param name="file">The file's name, such as <c>reviews.csv</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file in the course, or the course lies elsewhere.</exception>
    public static string PathOf(string file)
    {
        string?[] starts = [Directory.GetCurrentDirectory(), AppContext.BaseDirectory,
            Path.GetDirectoryName(typeof(CourseData).Assembly.Location)];
        foreach (var start in starts)
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                var path = Path.Combine(folder, Folder, file);
                if (File.Exists(path) && File.Exists(Path.Combine(folder, Folder, Mark))) return path;
            }
        }

        throw new FileNotFoundException(
            $"The course's data folder with {file} was not found above {Directory.GetCurrentDirectory()}. Start from a folder inside the "
                + "course.", file);
    }
}
