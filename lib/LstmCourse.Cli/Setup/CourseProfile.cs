namespace LstmCourse.Cli.Setup;

/// <summary>Which libraries stand behind the namespaces TorchSharp, Plotly.NET and Microsoft.Data.Analysis.</summary>
/// <param name="Name">The value of the build property <c>CourseProfile</c>.</param>
/// <param name="Libraries">The assemblies that the notebooks refer to, without extension, the course's own first.</param>
internal sealed record CourseProfile(string Name, IReadOnlyList<string> Libraries)
{
    public const string OfficialName = "official";

    /// <summary>Pure C#, from this repository; runs wherever .NET runs.</summary>
    public static CourseProfile Portable { get; } = new(
        "portable",
        ["LstmCourse", "TorchSharp.Portable", "Plotly.NET.Portable", "Microsoft.Data.Analysis.Portable"]);

    /// <summary>The packages TorchSharp, Plotly.NET and Microsoft.Data.Analysis.</summary>
    public static CourseProfile Official { get; } = new(
        OfficialName,
        ["LstmCourse", "TorchSharp", "Plotly.NET", "Plotly.NET.CSharp", "Microsoft.Data.Analysis"])
    {
        Companions = ["FSharp.Core", "DynamicObj", "Microsoft.ML.DataView"],
    };

    /// <summary>Assemblies that the libraries' signatures speak of. The compiler wants them; a cell never names them.</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>Which libtorch: <c>cpu</c> or <c>cuda</c>. Only the official profile has a choice.</summary>
    public string Torch { get; init; } = "cpu";

    /// <summary>What its published library is stamped with.</summary>
    public string Stamp => Torch == "cpu" ? Name : $"{Name} {Torch}";

    /// <summary>What the build needs to know.</summary>
    public IEnumerable<string> BuildProperties => [$"-p:CourseProfile={Name}", $"-p:CourseTorch={Torch}"];

    /// <summary>The profile of a name.</summary>
    public static CourseProfile Of(string name, string torch) => name == OfficialName ? Official with { Torch = torch } : Portable;
}
