namespace LstmCourse.Cli.Testing;

/// <summary>A test assembly to run, in a culture.</summary>
/// <param name="Name">The name of its project.</param>
/// <param name="Path">The path of its <c>.dll</c>.</param>
/// <param name="Culture">The culture of its threads; null for the machine's.</param>
internal sealed record TestAssembly(string Name, string Path, string? Culture = null)
{
    private const string CultureVariable = "COURSE_TEST_CULTURE";
    private const string GermanCulture = "de-DE";

    // Tests with the trait Culture=Any write and read no numbers, have processes of their own do it, or do it without a culture.
    private const string OfCulture = "Culture!=Any";

    private static readonly string[] StartProcesses = ["FusedRecurrent.Tests", "LstmCourse.Cli.Tests",
        "LstmCourse.DotNetInteractive.Tests"];

    /// <summary>How the progress calls it.</summary>
    public string DisplayName => Culture is null ? Name : $"{Name} ({Culture})";

    private IReadOnlyDictionary<string, string>? Environment =>
        Culture is null ? null : new Dictionary<string, string> { [CultureVariable] = Culture };

    /// <summary>
    /// Every test project once, and those of the libraries once more where numbers are written with a comma. The tests of the layers, of
    /// the command and of the second engine start processes, which a culture of this process would not reach, and so do those with the
    /// trait <c>Culture=Any</c>.
    /// </summary>
    public static IReadOnlyList<TestAssembly> All(CourseFolders folders)
    {
        var names = Directory.EnumerateFiles(System.IO.Path.Combine(folders.Root, "tests"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => System.IO.Path.GetFileNameWithoutExtension(project)!)
            .Order(StringComparer.Ordinal)
            .ToList();
        var plain = names.Select(
            name => new TestAssembly(name, System.IO.Path.Combine(folders.Artifacts, "bin", name, "release", name + ".dll")));
        return
        [
            .. plain,
            .. plain.Where(assembly => !StartProcesses.Contains(assembly.Name)).Select(
                assembly => assembly with { Culture = GermanCulture })
        ];
    }

    /// <summary>Runs the tests.</summary>
    /// <exception cref="InvalidDataException">The test process ended before it wrote its results.</exception>
    public async Task<TestResults> RunAsync(CourseFolders folders, CancellationToken cancellationToken)
    {
        var results = System.IO.Path.Combine(folders.Artifacts, "test-results");
        var file = $"{Name}{(Culture is null ? "" : "." + Culture)}.trx";
        Directory.CreateDirectory(results);
        File.Delete(System.IO.Path.Combine(results, file));
        var settings = System.IO.Path.Combine(folders.Root, "tests", "course.runsettings");
        string[] chosen = Culture is null ? [] : ["--filter", OfCulture];
        string[] arguments =
            ["test", Path, "--settings", settings, .. chosen, "--logger", $"trx;LogFileName={file}", "--results-directory", results];
        var (exitCode, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, arguments, folders.Root, Environment, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return TestResults.Read(System.IO.Path.Combine(results, file)).AfterExit(exitCode, DisplayName, output);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{e.Message}:\n{output.TrimEnd()}");
        }
    }
}
