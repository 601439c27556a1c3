using System.Diagnostics;
using LstmCourse.Cli.Tests.Setup;
using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests;

/// <summary>The script <c>course</c>, beside a <c>dotnet</c> that the tests made.</summary>
public sealed class ScriptTests : IDisposable
{
    // Publishing makes a course.dll; running one prints it and the arguments.
    private const string GoodSdk = """
        #!/bin/bash
        case "$1" in
          --version) echo 10.0.999 ;;
          publish)
            echo "published" >> "$COUNTER"
            while [ "$1" != --output ]; do shift; done
            mkdir -p "$2" && echo "course" > "$2/course.dll" ;;
          *) cat "$1"; shift; echo "$@" ;;
        esac
        """;

    private const string Building = "Building the course command …\n";

    private static readonly string[] Files =
    [
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json"
    ];

    private static readonly string Source = Path.Combine("lib", "LstmCourse.Cli", "a.cs");

    private readonly string _root = Directory.CreateTempSubdirectory("course script ").FullName;

    public ScriptTests()
    {
        foreach (var library in new[] { "LstmCourse.Cli", "LstmCourse.Notebooks" }) Directory.CreateDirectory(
            Path.Combine(_root, "lib", library));
        Directory.CreateDirectory(Path.Combine(_root, "bin"));
        foreach (var name in Files.Append(Source)) Touch(name, minutesAgo: 60);
        Directory.SetLastWriteTimeUtc(Path.Combine(_root, "lib", "LstmCourse.Notebooks"), DateTime.UtcNow.AddMinutes(-60));
        File.Copy(Repository.PathOf("course"), Path.Combine(_root, "course"));
    }

    [UnixFact]
    public async Task It_builds_once_and_again_when_a_source_is_newer()
    {
        Install(GoodSdk);
        Assert.Equal(new ProcessResult(0, "course\nrun --check\n", Building), await RunAsync("run", "--check"));
        Assert.Equal(new ProcessResult(0, "course\nrun a b\n", ""), await RunAsync("run", "a b"));
        Assert.Equal(1, Builds);

        Touch(Source, minutesAgo: -1);
        await RunAsync("run");
        Assert.Equal(2, Builds);
        Assert.Equal(
            ["cli", "cli-build.log"], Directory.GetFileSystemEntries(Path.Combine(_root, "artifacts")).Select(Path.GetFileName).Order());
    }

    [UnixFact]
    public async Task Without_the_ahead_of_time_compiler_it_does_without()
    {
        Install(
            GoodSdk.Replace(
                "    echo \"published\"",
                "    case \"$*\" in *ReadyToRun*) echo 'a.csproj : error NU1101: no package'; exit 1;; esac\n    echo \"published\"",
                StringComparison.Ordinal));
        Assert.Equal(new ProcessResult(0, "course\n--help\n", Building), await RunAsync("--help"));
        Assert.Equal(1, Builds);
    }

    [UnixFact]
    public async Task A_source_that_does_not_answer_is_not_waited_for_once_more()
    {
        Install("""
            #!/bin/bash
            case "$1" in
              --version) echo 10.0.100 ;;
              publish)
                echo "published" >> "$COUNTER"
                echo "a.csproj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json."
                echo "a.csproj : error NU1301:   The HTTP request to 'GET https://feed.example/v3/index.json' has timed out after 100000ms."
                exit 1 ;;
            esac
            """);
        var result = await RunAsync("run");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "course: the package source https://feed.example/v3/index.json cannot be reached: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, Builds);
    }

    [UnixFact]
    public async Task A_source_that_does_not_compile_is_shown_and_the_former_build_stays()
    {
        Install(GoodSdk);
        await RunAsync("run");
        Install("""
            #!/bin/bash
            case "$1" in --version) echo 10.0.100 ;; publish) echo "  /x/a.cs(1,1): error CS0103: no such name [a.csproj]"; exit 1 ;; esac
            """);
        Touch(Source, minutesAgo: -1);
        Assert.Equal(
            new ProcessResult(
                1, "", $"{Building}/x/a.cs(1,1): error CS0103: no such name [a.csproj]\ncourse: the command does not build\n"),
            await RunAsync("run"));
        Assert.True(File.Exists(Path.Combine(_root, "artifacts", "cli", "course.dll")));
        Assert.False(Directory.Exists(Path.Combine(_root, "artifacts", "cli.lock")));
    }

    [UnixTheory]
    [InlineData(
        "a.csproj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json. [a.csproj]",
        "the package source https://feed.example/v3/index.json cannot be reached: get online or mend the source (dotnet nuget list "
            + "source), then run the command again")]
    [InlineData(
        "a.csproj : error NU1101: Unable to find package Spectre.Console. No packages exist with this id in source(s): here",
        "no package source has Spectre.Console: add one that has it, such as nuget.org (dotnet nuget add source), then run the command "
            + "again")]
    [InlineData(
        "NuGet.targets(198,5): error : No space left on device : '/home/me/.nuget'",
        "there is no room left on the disk: the course needs 2 GB for packages and its own files; make room, then run the command again")]
    public async Task What_the_build_lacks_is_said_in_one_line(string output, string expected)
    {
        Install($"#!/bin/bash\ncase \"$1\" in --version) echo 10.0.100 ;; publish) echo \"{output}\"; exit 1 ;; esac\n");
        Assert.Equal(new ProcessResult(1, "", $"{Building}course: {expected}\n"), await RunAsync("run"));
        Assert.False(Directory.Exists(Path.Combine(_root, "artifacts", "cli.lock")));
    }

    [SmallDiskFact]
    public async Task A_disk_without_any_room_is_named()
    {
        Install(GoodSdk);
        var artifacts = Path.Combine(_root, "artifacts");
        using var disk = new SmallDisk(artifacts, megabytes: 1);
        await File.WriteAllBytesAsync(Path.Combine(artifacts, "filling"), new byte[1 << 20]);
        Assert.Equal(
            new ProcessResult(
                1, "", "course: there is no room left on the disk: the course needs 2 GB for packages and its own files; make room, then "
                    + "run the command again\n"),
            await RunAsync("run"));
        Assert.Equal(["filling"], Directory.GetFileSystemEntries(artifacts).Select(Path.GetFileName));
    }

    [UnixFact]
    public async Task A_folder_that_cannot_be_written_to_is_named()
    {
        Install(GoodSdk);
        File.WriteAllText(Path.Combine(_root, "artifacts"), "no folder");
        var result = await RunAsync("run");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"course: expected to write into {_root}/artifacts: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [UnixTheory]
    [InlineData("8.0.100 [/usr/share/dotnet/sdk]\n9.0.300 [/usr/share/dotnet/sdk]", "found 8.0.100, 9.0.300")]
    [InlineData("", "found none")]
    public async Task An_older_sdk_is_named(string sdks, string expected)
    {
        var list = sdks.Replace("\n", "\\n", StringComparison.Ordinal);
        Install(
            "#!/bin/bash\ncase \"$1\" in --version) echo 'no SDK fits global.json'; exit 155 ;; "
                + $"--list-sdks) printf '{list}' ;; esac\n");
        Assert.Equal(
            new ProcessResult(2, "", $"course: expected the .NET 10 SDK, {expected}. Install it from https://dot.net/download\n"),
            await RunAsync("run"));
    }

    [UnixFact]
    public async Task An_sdk_that_does_not_run_is_quoted()
    {
        Install(
            "#!/bin/bash\ncase \"$1\" in --version) echo 'no home directory' >&2; exit 1 ;; "
                + "--list-sdks) echo '10.0.401 [/usr/share/dotnet/sdk]' ;; esac\n");
        Assert.Equal(
            new ProcessResult(2, "", "course: the .NET SDK is there (10.0.401) and does not run: no home directory\n"),
            await RunAsync("run"));
    }

    [UnixFact]
    public async Task Without_dotnet_it_says_what_to_install()
    {
        Assert.Equal(
            new ProcessResult(2, "", "course: expected the .NET 10 SDK, found no dotnet. Install it from https://dot.net/download\n"),
            await RunAsync("run"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private int Builds => File.ReadAllLines(Path.Combine(_root, "counter")).Length;

    private void Install(string dotnet)
    {
        var path = Path.Combine(_root, "bin", "dotnet");
        File.WriteAllText(path, dotnet.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<ProcessResult> RunAsync(params string[] arguments)
    {
        // The real dotnet may lie beside the tools that the script needs; the path must lead to those only.
        string[] tools =
        [
            "bash",
            "cat",
            "cut",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "paste",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tail",
            "touch"
        ];
        foreach (var tool in tools)
        {
            var link = Path.Combine(_root, "bin", tool);
            var target = new[] { "/bin", "/usr/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            if (!File.Exists(link)) File.CreateSymbolicLink(link, target);
        }

        var start = new ProcessStartInfo(
            Path.Combine(_root, "bin", "bash"), [Path.Combine(_root, "course"), .. arguments])
        { WorkingDirectory = _root };
        start.Environment["PATH"] = Path.Combine(_root, "bin");
        start.Environment["COUNTER"] = Path.Combine(_root, "counter");
        return await CourseProcess.StartAsync(start);
    }

    private void Touch(string name, int minutesAgo)
    {
        var path = Path.Combine(_root, name);
        if (!File.Exists(path)) File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-minutesAgo));
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(path)!, DateTime.UtcNow.AddMinutes(-60));
    }
}
