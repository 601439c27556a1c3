using LstmCourse.Series;
using TorchSharp;

namespace LstmCourse.Tests.Series;

public sealed class ForecastErrorsTests
{
    // Errors by window: 3 and 0; -1 and 4.
    private static readonly torch.Tensor Forecast = torch.tensor(new float[,] { { 4, 2 }, { 2, 9 } });
    private static readonly torch.Tensor Actual = torch.tensor(new float[,] { { 1, 2 }, { 3, 5 } });

    [Fact]
    public void Each_step_of_the_horizon_has_its_error()
    {
        Assert.Equal([Math.Sqrt(5), Math.Sqrt(8)], ForecastErrors.RmseByHorizon(Forecast, Actual));
        Assert.Equal([2, 2], ForecastErrors.MaeByHorizon(Forecast, Actual));
    }

    [Fact]
    public void All_steps_together_weigh_the_same()
    {
        Assert.Equal(Math.Sqrt(26.0 / 4), ForecastErrors.Rmse(Forecast, Actual), 12);
        Assert.Equal(2, ForecastErrors.Mae(Forecast, Actual), 12);
    }

    [Fact]
    public void Shapes_that_would_be_stretched_to_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => ForecastErrors.Rmse(Forecast[.., ..1], Actual));
        Assert.StartsWith("Expected forecasts and actual values of one shape (window, horizon), got [2, 1] and [2, 2].", error.Message);
        Assert.Throws<ArgumentException>(() => ForecastErrors.Mae(Forecast[0], Actual[0]));
    }
}
