using LstmCourse.Cli.Setup;
using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class ProfileChoiceTests : IDisposable
{
    private readonly CourseFolders _folders = new(Directory.CreateTempSubdirectory("course choice ").FullName);

    [Theory]
    [InlineData("portable", "cpu", "a reason with <signs> & \"quotes\"")]
    [InlineData("official", "cuda", "")]
    public void A_choice_is_read_as_it_was_written(string profile, string torch, string reason)
    {
        new ProfileChoice(CourseProfile.Of(profile, torch), reason).Write(_folders);
        var read = ProfileChoice.Read(_folders)!;
        Assert.Equal((profile, torch, reason), (read.Profile.Name, read.Profile.Torch, read.Reason));
    }

    [Theory]
    [InlineData("<Project><PropertyGroup><CourseProfile>of")]
    [InlineData("<Project />")]
    [InlineData("<Project><PropertyGroup><CourseProfile>other</CourseProfile></PropertyGroup></Project>")]
    public void A_file_that_holds_no_choice_is_none(string content)
    {
        Assert.Null(ProfileChoice.Read(_folders));
        Directory.CreateDirectory(_folders.Artifacts);
        File.WriteAllText(_folders.Choice, content);
        Assert.Null(ProfileChoice.Read(_folders));
    }

    [Fact]
    public void The_build_knows_the_packages_and_leaves_out_the_other_libtorch()
    {
        var names = PinnedPackages.Read(Repository.Root, "cpu").Select(package => package.ToString()).ToList();
        Assert.Equal(
            [
                "TorchSharp 0.106.0", "TorchSharp-cpu 0.106.0", "Plotly.NET 5.1.0", "Plotly.NET.CSharp 0.13.0", "Plotly.NET.Interactive 5.0.0",
                "Microsoft.Data.Analysis 0.23.0", "Microsoft.DotNet.Interactive 1.0.0-beta.26120.1", "Microsoft.DotNet.Interactive.CSharp 1.0.0-beta.26120.1",
            ],
            names);
        Assert.Contains("TorchSharp-cuda-linux 0.106.0", PinnedPackages.Read(Repository.Root, "cuda").Select(package => package.ToString()));
        Assert.DoesNotContain("TorchSharp-cpu 0.106.0", PinnedPackages.Read(Repository.Root, "cuda").Select(package => package.ToString()));
    }

    public void Dispose() => Directory.Delete(_folders.Root, recursive: true);
}
