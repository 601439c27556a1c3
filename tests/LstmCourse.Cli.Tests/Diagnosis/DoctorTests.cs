using System.Text.Json.Nodes;
using LstmCourse.Cli.Commands;
using LstmCourse.Cli.Diagnosis;

namespace LstmCourse.Cli.Tests.Diagnosis;

public sealed class DoctorTests
{
    private static readonly string Here = typeof(DoctorTests).Assembly.Location;

    private static readonly MachineFacts Healthy = new()
    {
        Sdk = "10.0.401",
        System = "linux-x64",
        SystemProblem = null,
        IsLibraryFresh = true,
        Libtorch = new LibtorchFact(Loads: true, "TorchSharp 0.107.0, linux-x64: loaded as it is"),
        Kernels = [("lstm-course", Here), (".net-csharp", Here)],
        Engines = ".NET 10.0.1, C# compiler 5.12.0",
        Threads = null,
        Processors = 2,
        VectorBits = 512,
        FreeBytes = 25_340_000_000,
    };

    [Fact]
    public void A_healthy_machine_is_described_in_a_line_for_each_thing() => Assert.Equal(
        """
        good     SDK      .NET SDK 10.0.401
        good     machine  linux-x64
        good     library  published, as new as its sources
        good     libtorch TorchSharp 0.107.0, linux-x64: loaded as it is
        good     kernel   installed as lstm-course, .net-csharp
        good     engines  .NET 10.0.1, C# compiler 5.12.0
        good     threads  1 of 2 processors, so that numbers come again; set OMP_NUM_THREADS for more
        good     vectors  512 bits
        good     disk     25.3 GB free

        """,
        DoctorCommand.ToText(Doctor.Examine(Healthy)));

    public static TheoryData<string, string, string> Ills => new()
    {
        { "SDK", "Problem", "none that fits global.json; install .NET 10 from https://dot.net/download" },
        { "machine", "Problem", "no libtorch for it" },
        { "library", "Note", "not published since its sources changed; ./course setup does it, and so does the next ./course run" },
        { "libtorch", "Problem", "the course library does not load: damaged" },
        { "kernel", "Problem", "lstm-course starts /gone/course.dll, which is gone; ./course kernel install mends it" },
        { "threads", "Good", "4 of 8 processors, as OMP_NUM_THREADS says" },
        { "vectors", "Note", "none that .NET can use; results are the same, training takes several times as long" },
        { "disk", "Problem", "0.4 GB free, expected at least 2 GB; make room or move the clone" },
    };

    [Theory]
    [MemberData(nameof(Ills))]
    public void Each_ill_is_judged_and_says_what_to_do(string subject, string health, string text)
    {
        var ill = new MachineFacts
        {
            Sdk = "",
            System = "linux-arm64",
            SystemProblem = "no libtorch for it",
            IsLibraryFresh = false,
            Libtorch = new LibtorchFact(Loads: false, "the course library does not load: damaged"),
            Kernels = [("lstm-course", "/gone/course.dll")],
            Engines = "",
            Threads = "4",
            Processors = 8,
            VectorBits = 0,
            FreeBytes = 400_000_000,
        };
        var finding = Doctor.Examine(ill).Single(finding => finding.Subject == subject);
        Assert.Equal((health, text), (finding.Health.ToString(), finding.Text));
    }

    [Fact]
    public void Lesser_ills_are_notes()
    {
        var findings = Doctor.Examine(
            Healthy with { Sdk = "11.0.100", Kernels = [], FreeBytes = 1_000_000_000, Libtorch = null }).ToDictionary(f => f.Subject);
        Assert.Equal(".NET SDK 11.0.100, expected 10; install it from https://dot.net/download", findings["SDK"].Text);
        Assert.Equal(Health.Note, findings["kernel"].Health);
        Assert.Equal((Health.Note, "1.0 GB free; the next set-up wants 2 GB"), (findings["disk"].Health, findings["disk"].Text));
        Assert.Equal(
            (Health.Note, "not tried, since no library is published yet"), (findings["libtorch"].Health, findings["libtorch"].Text));
    }

    [Fact]
    public async Task The_exit_code_is_1_exactly_when_something_must_be_mended()
    {
        var data = Directory.CreateTempSubdirectory("course doctor ").FullName;
        try
        {
            var well = await DoctorAsync(data);
            Assert.Equal(well.Findings.Contains("problem") ? 1 : 0, well.ExitCode);
            Assert.Equal(9, well.Findings.Count);

            var spec = Directory.CreateDirectory(Path.Combine(data, "kernels", "lost")).FullName;
            await File.WriteAllTextAsync(
                Path.Combine(spec, "kernel.json"),
                """
                {"argv": ["dotnet", "/gone/course.dll", "kernel", "run", "{connection_file}"], "display_name": "lost", "language": "C#"}
                """);
            var ill = await DoctorAsync(data);
            Assert.Equal(1, ill.ExitCode);
            Assert.Equal("problem", ill.Findings[4]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<(int ExitCode, IReadOnlyList<string> Findings)> DoctorAsync(string data)
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "course.dll"), "doctor", "--json"]);
        start.Environment["JUPYTER_DATA_DIR"] = data;
        var result = await CourseProcess.StartAsync(start);
        return (result.ExitCode, [.. JsonNode.Parse(result.Output)!.AsArray().Select(finding => (string)finding!["verdict"]!)]);
    }
}
