using LstmCourse.Series;
using TorchSharp;

namespace LstmCourse.Tests.Series;

public sealed class StandardScalerTests
{
    // Mean 5, squared distances 9, 1, 1, 9: variance 5.
    private static readonly TimeSeries Training = TimeSeriesTests.Days(4).With("a", [2, 4, 6, 8]);

    [Fact]
    public void Brings_the_training_part_to_mean_0_and_deviation_1()
    {
        var scaler = new StandardScaler().Fit(Training);

        Assert.Equal((5, Math.Sqrt(5)), (scaler.MeanOf("a"), scaler.DeviationOf("a")));
        Assert.Equal([-3 / Math.Sqrt(5), -1 / Math.Sqrt(5), 1 / Math.Sqrt(5), 3 / Math.Sqrt(5)], scaler.Transform(Training)["a"]);
    }

    [Fact]
    public void Later_parts_are_scaled_by_the_training_parts_numbers()
    {
        var later = TimeSeriesTests.Days(2).With("a", [5, 15]);
        Assert.Equal([0, 10 / Math.Sqrt(5)], new StandardScaler().Fit(Training).Transform(later)["a"]);
    }

    [Fact]
    public void The_inverse_goes_back_to_the_unit()
    {
        var scaler = new StandardScaler().Fit(Training);

        Assert.All(scaler.Inverse(scaler.Transform(Training))["a"].Zip(Training["a"]), pair => Assert.Equal(pair.Second, pair.First, 12));
        using var forecast = torch.tensor(new float[,] { { 0, 1 }, { -1, 2 } });
        using var back = scaler.Inverse(forecast, "a");
        Assert.Equal([5, 5 + Math.Sqrt(5), 5 - Math.Sqrt(5), 5 + 2 * Math.Sqrt(5)],
            back.data<float>().Select(value => (double)value), (expected, actual) => Math.Abs(expected - actual) < 1e-6);
    }

    [Fact]
    public void Before_it_was_fitted_it_is_refused()
    {
        var scaler = new StandardScaler();
        using var forecast = torch.zeros(1);

        const string Expected = "The scaler was not fitted. Call Fit with the training part first.";
        Assert.Equal(Expected, Assert.Throws<InvalidOperationException>(() => scaler.Transform(Training)).Message);
        Assert.Equal(Expected, Assert.Throws<InvalidOperationException>(() => scaler.Inverse(forecast, "a")).Message);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0.1)]
    public void A_constant_column_is_refused(double value)
    {
        var series = Training.With("b", [value, value, value, value]);
        var error = Assert.Throws<ArgumentException>(() => new StandardScaler().Fit(series));
        Assert.StartsWith("\"b\" is constant in the training part", error.Message);
    }

    [Fact]
    public void A_column_that_it_does_not_know_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new StandardScaler().Fit(Training).Transform(Training.With("b", [1, 2, 3, 4])));
        Assert.StartsWith("The scaler was not fitted on \"b\", only on a.", error.Message);
    }
}
