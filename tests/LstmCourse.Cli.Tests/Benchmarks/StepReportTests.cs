using System.Text.Json.Nodes;
using LstmCourse.Cli.Benchmarks;

namespace LstmCourse.Cli.Tests.Benchmarks;

public sealed class StepReportTests
{
    private static readonly StepResult Fast = new(StepCase.All[0], 0.004, 0.002, 1000, 0.016, new PyTorchSetting(2, 1));
    private static readonly StepResult Slow = new(StepCase.All[1], 0.010, 0.012, 2048, 0.020, new PyTorchSetting(1, 1));

    [Fact]
    public void A_ratio_is_PyTorchs_best_over_our_best()
    {
        Assert.Equal(8, Fast.Ratio!.Value, 1e-12);
        Assert.Equal(2, Slow.Ratio!.Value, 1e-12);
        Assert.Equal(4, StepReport.GeometricMean([Fast, Slow])!.Value, 1e-12);
        Assert.Contains("geometric mean 4.0×, lowest 2.0×", StepReport.Footer([Fast, Slow]), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_PyTorch_there_is_no_ratio()
    {
        var alone = Fast with { PyTorch = null, PyTorchSetting = null };

        Assert.Null(alone.Ratio);
        Assert.Null(StepReport.Footer([alone]));
        Assert.Equal(5, StepReport.ToTable([alone]).Columns.Count);
        Assert.Equal(8, StepReport.ToTable([Fast]).Columns.Count);
    }

    [Fact]
    public void JSON_holds_sizes_seconds_and_ratios()
    {
        var json = JsonNode.Parse(StepReport.ToJson([Fast, Slow]))!;

        Assert.Equal(4, (double)json["geometricMean"]!, 1e-12);
        Assert.Equal(0.002, (double)json["results"]![0]!["allThreads"]!);
        Assert.Equal(150, (int)json["results"]![1]!["case"]!["hidden"]!);
        Assert.Equal(2, (int)json["results"]![0]!["pyTorchSetting"]!["threads"]!);
    }
}
