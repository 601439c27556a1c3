using LstmCourse.Cli.Running;

namespace LstmCourse.Cli.Tests.Running;

public sealed class ProcessorShareTests : IDisposable
{
    private const string Variable = "DOTNET_PROCESSOR_COUNT";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public ProcessorShareTests() => Environment.SetEnvironmentVariable(Variable, null);

    [Theory]
    [InlineData(2, 2, "1")]
    [InlineData(2, 16, "8")]
    [InlineData(3, 16, "5")]
    [InlineData(8, 2, "1")]
    public void Kernels_side_by_side_take_equal_shares_of_at_least_one(int kernels, int processors, string share) =>
        Assert.Equal(new(Variable, share), Assert.Single(ProcessorShare.Of(kernels, processors)));

    [Fact]
    public void One_kernel_has_all_processors() => Assert.Empty(ProcessorShare.Of(1, 16));

    [Fact]
    public void What_the_caller_has_set_stays()
    {
        Environment.SetEnvironmentVariable(Variable, "3");
        Assert.Empty(ProcessorShare.Of(2, 16));
    }

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);
}
