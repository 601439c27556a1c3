using LstmCourse.Series;
using LstmCourse.Series.Baselines;
using TorchSharp;

namespace LstmCourse.Tests.Series.Baselines;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void With_one_feature_it_is_the_formula_of_the_textbook()
    {
        // x less its mean: -1, 0, 1; y less its mean: -3, 1, 2. w = 5 / (2 + λ), b = 4 - 2w.
        var (x, y) = (torch.tensor(new float[,] { { 1 }, { 2 }, { 3 } }), torch.tensor(new float[] { 1, 5, 6 }));
        var ridge = RidgeRegression.Fit(x, y, l2: 0.5);

        Assert.Equal(2, ridge.Weights.item<double>(), 12);
        Assert.Equal([2, 4, 6], ridge.Predict(x).data<float>().ToArray());
    }

    [Fact]
    public void Without_noise_and_nearly_without_penalty_it_finds_the_weights_for_every_output()
    {
        torch.manual_seed(1);
        var x = torch.randn(40, 3, 2, dtype: torch.float64);                                    // (example, time, feature)
        var w = torch.randn(6, 2, dtype: torch.float64);
        var ridge = RidgeRegression.Fit(x, x.flatten(1).mm(w) + 7, l2: 1e-9);

        Assert.True(ridge.Weights.allclose(w, rtol: 1e-6, atol: 1e-6));
        Assert.Equal([5, 2], ridge.Predict(x[..5]).shape);
    }

    [Fact]
    public void It_is_the_minimum_of_squared_errors_and_penalty()
    {
        torch.manual_seed(2);
        var (x, y) = (torch.randn(30, 4, dtype: torch.float64), torch.randn(30, 1, dtype: torch.float64));
        var w = RidgeRegression.Fit(x, y, l2: 3).Weights.detach().requires_grad_();
        var (centredX, centredY) = (x - x.mean([0]), y - y.mean([0]));
        ((centredX.mm(w) - centredY).square().sum() + 3 * w.square().sum()).backward();

        Assert.True(w.grad!.abs().max().item<double>() < 1e-10);
    }

    [Fact]
    public void A_large_penalty_leaves_the_mean()
    {
        var (x, y) = (torch.tensor(new float[,] { { 1 }, { 2 }, { 3 } }), torch.tensor(new float[] { 1, 5, 6 }));
        Assert.All(RidgeRegression.Fit(x, y, l2: 1e9).Predict(x).data<float>(), value => Assert.Equal(4, value, 5));
    }

    [Fact]
    public void The_penalty_is_chosen_by_the_validation_windows()
    {
        // Noise around zero, and 100 inputs for 60 examples: the larger the penalty, the less nonsense is learned.
        torch.manual_seed(3);
        var noise = torch.randn(300).data<float>().Select(x => (double)x);
        var windows = SeriesWindows.Of(TimeSeriesTests.Days(300).With("a", noise), past: 100, horizon: 1, target: "a");
        int[] early = [.. Enumerable.Range(0, 60)], late = [.. Enumerable.Range(100, 100)];

        Assert.Equal(1e4, RidgeRegression.Choose(windows.At(early), windows.At(late), 1e-3, 1e4, 1).L2);
        Assert.Throws<ArgumentException>(() => RidgeRegression.Choose(windows, windows));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var (x, y) = (torch.zeros(3, 2), torch.zeros(4));
        Assert.Contains("got [3, 2] and [4]", Assert.Throws<ArgumentException>(() => RidgeRegression.Fit(x, y, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Fit(x, torch.zeros(3), 0));
        Assert.StartsWith("Expected 2 features for each example",
            Assert.Throws<ArgumentException>(() => RidgeRegression.Fit(x, torch.zeros(3), 1).Predict(torch.zeros(3, 5))).Message);
    }
}
