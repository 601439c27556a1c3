using LstmCourse.Series.Baselines;
using TorchSharp;

namespace LstmCourse.Tests.Series.Baselines;

public sealed class RidgeByGroupTests
{
    // Group 0 doubles its input, group 1 turns its sign; they stand mixed.
    private static readonly torch.Tensor Inputs = torch.tensor(new float[,] { { 1 }, { 1 }, { 2 }, { 2 }, { 4 }, { 5 } });
    private static readonly torch.Tensor Targets = torch.tensor(new float[] { 2, -1, 4, -2, 8, -5 });
    private static readonly int[] Groups = [0, 1, 0, 1, 0, 1];

    [Fact]
    public void Each_group_follows_its_own_line()
    {
        var said = RidgeByGroup.Fit(Inputs, Targets, Groups, l2: 1e-9).Predict(torch.tensor(new float[,] { { 10 }, { 10 } }), [1, 0]);
        Assert.True(said.allclose(torch.tensor(new float[] { -10, 20 }), rtol: 1e-5));
    }

    [Fact]
    public void With_one_group_it_is_the_ridge_regression()
    {
        var one = RidgeByGroup.Fit(Inputs, Targets, new int[6], l2: 2).Predict(Inputs, new int[6]);
        Assert.Equal(RidgeRegression.Fit(Inputs, Targets, l2: 2).Predict(Inputs).data<float>().ToArray(), one.data<float>().ToArray());
    }

    [Fact]
    public void Groups_that_do_not_fit_are_refused()
    {
        Assert.StartsWith("Expected a group for each of the 6 examples, got 2.",
            Assert.Throws<ArgumentException>(() => RidgeByGroup.Fit(Inputs, Targets, [0, 1], 1)).Message);
        Assert.StartsWith("There was no example of group 7",
            Assert.Throws<ArgumentException>(() => RidgeByGroup.Fit(Inputs, Targets, Groups, 1).Predict(Inputs[..1], [7])).Message);
    }
}
