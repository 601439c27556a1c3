using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class CourseScriptTests
{
    [Fact]
    public void The_script_refers_to_the_libraries_of_the_profile_relative_to_itself()
    {
        var lines = CourseScript.Text(CourseProfile.Portable, Path.Combine("artifacts", "course")).TrimEnd().Split('\n');
        Assert.StartsWith("//", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "#r \"course/LstmCourse.dll\"", "#r \"course/TorchSharp.Portable.dll\"", "#r \"course/Plotly.NET.Portable.dll\"",
                "#r \"course/Microsoft.Data.Analysis.Portable.dll\"",
            ],
            lines[1..]);
    }
}
