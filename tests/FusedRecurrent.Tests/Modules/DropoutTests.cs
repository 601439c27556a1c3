using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>Dropout between layers: in training only, undone on average by scaling, and with the gradients of what was drawn.</summary>
[Collection(SeededTests.Name)]
public sealed class DropoutTests
{
    [Fact]
    public void Everything_dropped_leaves_the_next_layer_its_biases()
    {
        var both = new FusedGRU(5, 6, 2, dropout: 1);
        var second = new FusedGRU(6, 6);
        foreach (var (name, parameter) in second.named_parameters())
        {
            using var _ = no_grad();
            parameter.copy_(both.get_parameter(name.Replace("_l0", "_l1", StringComparison.Ordinal))!);
        }

        Assert.True(allclose(second.call(zeros(4, 3, 6)).Item1, both.call(randn(4, 3, 5)).Item1));
    }

    [Fact]
    public void In_evaluation_nothing_is_dropped()
    {
        var lstm = new FusedLSTM(5, 6, 2, dropout: 0.5);
        Tensor x = randn(4, 3, 5);
        Assert.False(lstm.call(x).Item1.Equals(lstm.call(x).Item1));
        lstm.eval();
        Assert.True(lstm.call(x).Item1.Equals(lstm.call(x).Item1));
    }

    [Fact]
    public void Gradients_through_dropout_agree_with_finite_differences()
    {
        var lstm = new FusedLSTM(3, 4, 3, dropout: 0.4, bidirectional: true, dtype: ScalarType.Float64);
        Tensor x = randn([4, 2, 3], ScalarType.Float64).requires_grad_(true);
        double Loss()
        {
            manual_seed(3);
            return lstm.call(x).Item1.pow(2).sum().ToDouble();
        }

        manual_seed(3);
        lstm.call(x).Item1.pow(2).sum().backward();
        double[] gradient = [.. x.grad!.data<double>()];
        Tensor flat = x.detach().view(-1);
        for (int i = 0; i < gradient.Length; i++)
        {
            const double Step = 1e-5;
            double old = flat[i].ToDouble();
            flat[i] = old + Step;
            double above = Loss();
            flat[i] = old - Step;
            double below = Loss();
            flat[i] = old;
            Assert.Equal((above - below) / (2 * Step), gradient[i], 1e-6);
        }
    }
}
