namespace LstmCourse.Cli.Setup;

/// <summary>Which libraries stand behind the namespaces TorchSharp, Plotly.NET and Microsoft.Data.Analysis.</summary>
/// <param name="Name">The value of the build property <c>CourseProfile</c>.</param>
/// <param name="Libraries">The assemblies that the notebooks refer to, without extension, the course's own first.</param>
internal sealed record CourseProfile(string Name, IReadOnlyList<string> Libraries)
{
    /// <summary>Pure C#, from this repository; runs wherever .NET runs.</summary>
    public static CourseProfile Portable { get; } = new(
        "portable",
        ["LstmCourse", "TorchSharp.Portable", "Plotly.NET.Portable", "Microsoft.Data.Analysis.Portable"]);
}
