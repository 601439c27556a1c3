using System.Runtime.InteropServices;
using LstmCourse.Cli.Running;

namespace LstmCourse.Cli.Tests.Running;

public sealed class KernelsTests
{
    [Theory]
    [InlineData("lstm-course")]
    [InlineData("dotnet-interactive")]
    public void Both_kernels_of_the_course_need_no_installation(string name) =>
        Assert.Equal(name, Kernels.Find(name, new CourseFolders(Path.GetTempPath())).Name);

    [Fact]
    public void Kernels_start_with_pinned_mathematics_unless_the_caller_says_otherwise()
    {
        const string Variable = "ONEDNN_MAX_CPU_ISA";
        var before = Environment.GetEnvironmentVariable(Variable);
        try
        {
            Environment.SetEnvironmentVariable(Variable, null);
            Assert.Equal("SSE41", PinnedMathematics.UnlessSet()[Variable]);
            Environment.SetEnvironmentVariable(Variable, "SSE41");
            var isLeft = PinnedMathematics.IsLeft;
            Environment.SetEnvironmentVariable(Variable, "AVX2");
            Assert.True(PinnedMathematics.IsLeft);
            Assert.Equal(RuntimeInformation.ProcessArchitecture != Architecture.X64, isLeft);
            Assert.False(PinnedMathematics.UnlessSet().ContainsKey(Variable));
            Assert.Equal("SSE41", PinnedMathematics.Environment[Variable]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }
}
