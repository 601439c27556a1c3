using System.Text;
using LstmCourse.Cli.Running;
using LstmCourse.Cli.Setup;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Tests.Setup.Official;

/// <summary>
/// The way from one profile to the other and back, with packages that stand in for the official ones. One test, because each step starts
/// from where the one before it left the repository.
/// </summary>
public sealed class ProfileSwitchTests
{
    private static readonly string[] Folders = ["lib/LstmCourse", "lib/LstmCourse.DotNetInteractive", "lib/LstmCourse.Notebooks", "lib/portable", "lib/official", "notebooks", "data"];

    // A busy machine is no reason to fail.
    private static readonly RestoreLimits Patient = RestoreLimits.Default with { Answer = TimeSpan.FromMinutes(5) };

    [OfficialPlatformFact]
    public async Task The_switch_happens_after_a_good_smoke_run_only_and_the_way_back_works()
    {
        var feed = Directory.CreateTempSubdirectory("course stand-ins ").FullName;
        var packages = new StubPackages(feed);
        using var repository = new TrialRepository([feed], Folders);
        var folders = repository.Folders;

        // Portable to begin with.
        await Setup().PortableAsync("to begin with", default);
        Assert.Equal("TorchSharp.Portable", await EngineOfANotebookAsync(folders));
        var (script, choice) = (File.ReadAllText(folders.Script), File.ReadAllText(folders.Choice));

        // The packages can be restored, but libtorch does not load: the smoke run notices, and the portable profile stays as it was.
        packages.Write(withNative: false);
        var e = await Assert.ThrowsAsync<OfficialProfileException>(() => Setup().OfficialAsync("cpu", "test", default));
        Assert.True(e.Message.StartsWith("the smoke run failed (training and a chart, cell 2: DllNotFoundException: ", StringComparison.Ordinal), e.Message);
        AssertUnchanged();
        Assert.Equal("TorchSharp.Portable", await EngineOfANotebookAsync(folders));

        // Whole packages, but the set-up is interrupted during the smoke run. NuGet expects a version to stay what it was: all traces go.
        Directory.Delete(repository.Packages, recursive: true);
        Directory.Delete(folders.BuildOutputs(CourseProfile.Official), recursive: true);
        packages.Write(withNative: true);
        using (var interruption = new CancellationTokenSource())
        {
            var interrupting = new ProgressRecorder(step =>
            {
                if (step.StartsWith("Trying the library", StringComparison.Ordinal)) interruption.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Setup(interrupting).AutoAsync("cpu", interruption.Token));
        }

        AssertUnchanged();

        // Now it goes through, and the second engine comes along.
        var progress = new ProgressRecorder();
        await Setup(progress).AutoAsync("cpu", default);
        Assert.Empty(progress.Said);
        Assert.Equal("official", ProfileChoice.Read(folders)!.Profile.Name);
        Assert.True(new CourseSetup(folders).IsUpToDate(CourseProfile.Official));
        Assert.Contains("#r \"course-official/TorchSharp.dll\"\n", File.ReadAllText(folders.Script), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folders.Library(CourseProfile.Official), StubPackages.NativeFile)), "the native library is not beside the assemblies");
        Assert.Equal("TorchSharp", await EngineOfANotebookAsync(folders));
        await using (var engine = await Kernels.Find("dotnet-interactive", folders).StartAsync(folders.Notebooks, default))
        {
            Assert.Equal(new CellCompletion(true, 1), await engine.ExecuteAsync("1+1", _ => { }, default));
        }

        // A source that no longer builds says how to go back, and the library stays as it was.
        var source = Path.Combine(folders.Root, "lib", "LstmCourse", "Wrong.cs");
        await File.WriteAllTextAsync(source, "wrong");
        var failed = await Assert.ThrowsAsync<BuildFailedException>(() => Setup().RefreshAsync(CourseProfile.Official, evenIfUpToDate: false, default));
        Assert.EndsWith("./course setup --profile portable goes back to the portable one", failed.Message, StringComparison.Ordinal);
        File.Delete(source);

        // And back.
        await Setup().PortableAsync("wanted back", default);
        Assert.Equal(("portable", "wanted back"), (ProfileChoice.Read(folders)!.Profile.Name, ProfileChoice.Read(folders)!.Reason));
        Assert.Equal(script, File.ReadAllText(folders.Script));
        Assert.Equal("TorchSharp.Portable", await EngineOfANotebookAsync(folders));
        Directory.Delete(feed, recursive: true);

        ProfileSetup Setup(ISetupProgress? recorder = null) => new(folders, Patient, recorder ?? new ProgressRecorder());

        void AssertUnchanged()
        {
            Assert.Equal(script, File.ReadAllText(folders.Script));
            Assert.Equal(choice, File.ReadAllText(folders.Choice));
            Assert.Empty(Directory.GetDirectories(folders.Artifacts, "*.new"));
            Assert.False(Directory.Exists(folders.Library(CourseProfile.Official)));
        }
    }

    private static async Task<string> EngineOfANotebookAsync(CourseFolders folders)
    {
        const string Cells = """
            {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
              "source": "#load \"../artifacts/course.csx\"\nTorchSharp.torch.ones(2).sum().item<float>() == 2 ? typeof(TorchSharp.torch).Assembly.GetName().Name : \"wrong\""}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """;
        var kernels = new JupyterKernelFactory(KernelSpec.OfCourse(typeof(CourseFolders).Assembly.Location));
        var run = await new NotebookRunner(kernels, TimeSpan.FromMinutes(1)).RunAsync(Notebook.Parse(Encoding.UTF8.GetBytes(Cells), "test.ipynb"), folders.Notebooks);
        Assert.True(run.Passed, run.StartProblem ?? run.Failure?.Problem);
        return (string)Assert.IsType<ResultOutput>(Assert.Single(run.Cells[0].Outputs)).Data["text/plain"]!;
    }
}
