using LstmCourse.Series;
using TorchSharp;

namespace LstmCourse.Tests.Series;

public sealed class QuantilesTests
{
    // One window, one step, the truth 10: forecasts 8 (for q = 0.1), 10 (0.5), 13 (0.9).
    private static readonly torch.Tensor Actual = torch.tensor(new float[,] { { 10 } });
    private static readonly torch.Tensor Forecast = torch.tensor(new float[,,] { { { 8, 10, 13 } } });

    [Fact]
    public void The_pinball_loss_is_that_worked_out_by_hand()
    {
        // 0.1 · 2, 0, (1 - 0.9) · 3, over three.
        Assert.Equal((0.2 + 0 + 0.3) / 3, Quantiles.Pinball(Forecast, Actual, 0.1, 0.5, 0.9).item<float>(), 6);
    }

    [Fact]
    public void The_least_loss_is_at_the_quantile_of_the_data()
    {
        var data = torch.arange(1, 101, dtype: torch.float32).unsqueeze(1);                     // 1 … 100
        double Loss(float forecast) =>
            Quantiles.Pinball(torch.full([100, 1, 1], forecast, dtype: torch.float32), data, 0.9).item<float>();

        Assert.Equal(90, Enumerable.Range(1, 100).MinBy(forecast => Loss(forecast + 0.5f)));
    }

    [Fact]
    public void The_gradient_is_minus_q_below_the_truth_and_1_minus_q_above()
    {
        var forecast = torch.tensor(new float[,,] { { { 8, 13 } } }, requires_grad: true);
        Quantiles.Pinball(forecast, Actual, 0.3, 0.3).backward();

        Assert.Equal([-0.3f / 2, 0.7f / 2], forecast.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Coverage_counts_what_lies_in_the_band_edges_included()
    {
        var actual = torch.tensor(new float[,] { { 1, 5 }, { 2, 6 }, { 3, 7 }, { 4, 8 } });
        var (lower, upper) = (torch.full_like(actual, 2), torch.full_like(actual, 5));

        Assert.Equal([0.75, 0.25], Quantiles.CoverageByHorizon(lower, upper, actual));
        Assert.Equal(0.5, Quantiles.Coverage(lower, upper, actual));
    }

    [Fact]
    public void Shapes_and_shares_that_make_no_sense_are_refused()
    {
        Assert.StartsWith("Expected forecasts of shape [1, 1, 2], a value for each of 2 quantiles, got [1, 1, 3].",
            Assert.Throws<ArgumentException>(() => Quantiles.Pinball(Forecast, Actual, 0.1, 0.9)).Message);
        Assert.StartsWith("Expected quantiles between 0 and 1",
            Assert.Throws<ArgumentException>(() => Quantiles.Pinball(Forecast, Actual, 10, 50, 90)).Message);
        Assert.Throws<ArgumentException>(() => Quantiles.Coverage(Actual, Actual[0], Actual));
    }
}
