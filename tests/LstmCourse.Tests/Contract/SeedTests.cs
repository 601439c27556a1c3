using static TorchSharp.torch;

namespace LstmCourse.Tests.Contract;

/// <summary>The same seed gives the numbers of PyTorch, which printed those that stand here.</summary>
[Collection("engine")]
public sealed class SeedTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Uniform_numbers() => AssertDrawn([0.88226926f, 0.91500396f, 0.38286376f], () => rand(3));

    [Fact]
    public void Normal_numbers() => AssertDrawn([0.33669037f, 0.1288094f, 0.23446237f], () => randn(3));

    [Fact]
    public void Permutations()
    {
        manual_seed(42);
        using var drawn = randperm(8);
        Assert.Equal([6L, 3, 0, 7, 2, 1, 4, 5], drawn.data<long>().ToArray());
    }

    [Fact]
    public void A_linear_layers_first_weights() => AssertWeights([-0.0043225177f, 0.30971584f, -0.47518533f], () => nn.Linear(3, 2));

    [Fact]
    public void An_lstms_first_weights() => AssertWeights([-0.005293981f, 0.3793229f], () => nn.LSTM(2, 2));

    [Fact]
    public void An_embeddings_weights() => AssertWeights([1.5409961f, -0.2934289f, -2.1787894f, 0.56843126f], () => nn.Embedding(2, 2));

    [Fact]
    public void An_lstm_names_its_parameters_as_PyTorch_does()
    {
        using var lstm = nn.LSTM(3, 4, numLayers: 2, bidirectional: true);
        string[] kinds = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];
        var expected = from layer in new[] { "l0", "l0_reverse", "l1", "l1_reverse" } from kind in kinds select $"{kind}_{layer}";
        Assert.Equal(expected, lstm.named_parameters().Select(parameter => parameter.name));
        Assert.All(lstm.named_parameters(), parameter => Assert.True(parameter.parameter.abs().max().item<float>() <= 0.5f));
    }

    private static void AssertDrawn(float[] expected, Func<Tensor> draw)
    {
        manual_seed(42);
        using var drawn = draw();
        AssertNear(expected, drawn);
    }

    private static void AssertWeights(float[] expected, Func<nn.Module> make)
    {
        manual_seed(0);
        using var module = make();
        AssertNear(expected, module.parameters().First());
    }

    private static void AssertNear(float[] expected, Tensor actual) =>
        Assert.All(expected.Zip(actual.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
}
