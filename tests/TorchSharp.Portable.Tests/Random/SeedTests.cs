using System.Globalization;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.RandomNumbers;

[Collection("global settings")]
public sealed class SeedTests
{
    /// <summary>Exact in Float32: the golden files hold nine digits.</summary>
    private const double Exact = 6e-9;

    /// <summary>PyTorch computes blocks of 16 normal numbers in single precision.</summary>
    private const double Single = 1e-6;

    private const double Double = 1e-11;

    private static readonly Tensor Weights = tensor(new[] { 0.1f, 2.0f, 0.7f, 1.2f, 0.0f, 3.0f, 0.4f });

    private static readonly Dictionary<string, (double Tolerance, Func<Tensor> Draw)> Draws = new()
    {
        ["rand"] = (Exact, () => rand(5)),
        ["rand_double"] = (Double, () => rand(4, dtype: float64)),
        ["uniform"] = (Exact, () => empty(6).uniform_(-0.37, 1.91)),
        ["uniform_double"] = (Double, () => empty(6, dtype: float64).uniform_(-0.37, 1.91)),
        ["randn_3"] = (Exact, () => randn(3)),
        ["randn_double_5"] = (Double, () => randn(5, dtype: float64)),
        ["randn_16"] = (Single, () => randn(16)),
        ["randn_37"] = (Single, () => randn(37)),
        ["randn_double_37"] = (Double, () => randn(37, dtype: float64)),
        ["normal_7"] = (Exact, () => empty(7).normal_(3, 0.25)),
        ["normal_20"] = (Single, () => empty(20).normal_(3, 0.25)),
        ["randint"] = (0, () => randint(-3, 11, [9L])),
        ["randint_wide"] = (0, () => randint(0, 1L << 40, [5L])),
        ["randperm"] = (0, () => randperm(17)),
        ["bernoulli"] = (0, () => empty(20).bernoulli_(0.3)),
        ["bernoulli_tensor"] = (0, () => bernoulli(linspace(0, 1, 12))),
        ["bernoulli_tensor_double"] = (0, () => bernoulli(linspace(0, 1, 12, dtype: float64))),
        ["dropout"] = (Exact, () => nn.functional.dropout(ones(12), 0.4)),
        ["exponential"] = (Exact, () => empty(6).exponential_(1.5)),
        ["multinomial_1"] = (0, () => multinomial(Weights, 1)),
        ["multinomial_4"] = (0, () => multinomial(Weights, 4)),
        ["multinomial_rows"] = (0, () => multinomial(stack([Weights, Weights.flip(0)]), 3)),
        ["multinomial_replacement"] = (0, () => multinomial(Weights, 9, replacement: true)),
        ["multinomial_double"] = (0, () => multinomial(Weights.to(float64), 3)),
    };

    private static readonly Dictionary<string, Func<ScalarType, nn.Module>> Layers = new()
    {
        ["linear"] = type => nn.Linear(3, 2, dtype: type),
        ["linear_no_bias"] = type => nn.Linear(5, 4, hasBias: false, dtype: type),
        ["embedding"] = type => nn.Embedding(7, 3, dtype: type),
        ["embedding_padding"] = type => nn.Embedding(6, 4, padding_idx: 1, dtype: type),
        ["lstm"] = type => nn.LSTM(3, 2, numLayers: 2, bidirectional: true, dtype: type),
        ["gru"] = type => nn.GRU(3, 2, dtype: type),
        ["rnn"] = type => nn.RNN(3, 4, dtype: type),
        ["lstm_cell"] = type => nn.LSTMCell(2, 3, dtype: type),
        ["gru_cell"] = type => nn.GRUCell(2, 3, dtype: type),
        ["rnn_cell"] = type => nn.RNNCell(2, 3, dtype: type),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Initialisers = new()
    {
        ["uniform"] = t => nn.init.uniform_(t, -2, 3),
        ["normal"] = t => nn.init.normal_(t, 1.5, 0.5),
        ["xavier_uniform"] = t => nn.init.xavier_uniform_(t, 1.5),
        ["xavier_normal"] = t => nn.init.xavier_normal_(t),
        ["kaiming_uniform"] = t => nn.init.kaiming_uniform_(t, a: Math.Sqrt(5)),
        ["kaiming_normal"] = t => nn.init.kaiming_normal_(t, nonlinearity: nn.init.NonlinearityType.ReLU),
        ["kaiming_fan_out"] = t => nn.init.kaiming_normal_(t, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.Tanh),
        ["orthogonal"] = t => nn.init.orthogonal_(t, 0.5),
        ["trunc_normal"] = t => nn.init.trunc_normal_(t, 0.5, 1, -1, 1),
    };

    public static IEnumerable<object[]> DrawNames =>
        from golden in GoldenNumbers.Read("seeds.txt").Where(c => c.Name == "draws") from name in Draws.Keys select new object[] { golden.Settings["seed"], name };

    public static IEnumerable<object[]> LayerNames =>
        from name in Layers.Keys from type in new[] { ScalarType.Float32, ScalarType.Float64 } select new object[] { name, type };

    public static IEnumerable<object[]> InitialiserNames =>
        from name in Initialisers.Keys from type in new[] { ScalarType.Float32, ScalarType.Float64 } select new object[] { name, type };

    [Theory]
    [MemberData(nameof(DrawNames))]
    public void A_seed_gives_the_numbers_of_PyTorch(string seed, string name)
    {
        var golden = GoldenNumbers.Read("seeds.txt").Single(c => c.Name == "draws" && c.Settings["seed"] == seed);
        manual_seed(long.Parse(seed, CultureInfo.InvariantCulture));
        golden.Tensors[name].Matches(Draws[name].Draw(), Draws[name].Tolerance, name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(7)]
    public void The_second_number_of_a_pair_waits_for_the_next_tensor(long seed)
    {
        var golden = GoldenNumbers.Read("seeds.txt").Single(c => c.Name == "draws" && c.Settings["seed"] == $"{seed}");
        manual_seed(seed);
        randn(3);
        golden.Tensors["after_randn_3_randn_2"].Matches(randn(2), Exact, "randn");
        manual_seed(seed);
        randn(3);
        golden.Tensors["after_randn_3_rand_2"].Matches(rand(2), Exact, "rand");
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void A_layer_starts_as_in_PyTorch(string name, ScalarType type)
    {
        var golden = GoldenNumbers.Read("seeds.txt").Single(c => c.Name == name && c.Settings["dtype"] == $"{type}");
        manual_seed(3);
        var layer = Layers[name](type);
        Assert.Equal(golden.Tensors.Keys, layer.named_parameters().Select(p => p.name));
        var tolerance = type == ScalarType.Float64 ? Double : name.StartsWith("embedding", StringComparison.Ordinal) ? Single : Exact;
        foreach (var (parameterName, parameter) in layer.named_parameters())
            golden.Tensors[parameterName].Matches(parameter, tolerance, parameterName);
    }

    [Theory]
    [MemberData(nameof(InitialiserNames))]
    public void An_initialiser_gives_the_numbers_of_PyTorch(string name, ScalarType type)
    {
        var cases = GoldenNumbers.Read("seeds.txt").Where(c => c.Name == "init" && c.Settings["fill"] == name && c.Settings["dtype"] == $"{type}");
        foreach (var golden in cases)
        {
            var expected = golden.Tensors["values"];
            manual_seed(5);
            expected.Matches(Initialisers[name](empty(expected.Sizes, dtype: type)), type == ScalarType.Float64 ? 1e-10 : 2e-6, name);
        }
    }

    [Fact]
    public void A_generator_of_its_own_leaves_the_default_one_alone()
    {
        manual_seed(42);
        var expected = rand(3).data<float>().ToArray();
        manual_seed(42);
        using var generator = new Generator(7);
        rand(100, generator: generator);
        Assert.Equal(expected, rand(3).data<float>().ToArray());
        Assert.Equal(7, generator.initial_seed());
    }

    [Fact]
    public void A_restored_state_repeats_the_draws()
    {
        manual_seed(1);
        randn(5);
        var state = get_rng_state();
        Assert.Equal(5056, state.numel());
        var first = randn(40).data<float>().ToArray();
        set_rng_state(state);
        Assert.Equal(first, randn(40).data<float>().ToArray());
    }

    [Fact]
    public void A_view_is_filled_with_the_numbers_of_a_tensor_of_its_shape()
    {
        manual_seed(9);
        var expected = rand(3, 4).data<float>().ToArray();
        manual_seed(9);
        var view = zeros(4, 3).t();
        view.uniform_(0, 1);
        Assert.Equal(expected, view.data<float>().ToArray());
    }

    [Fact]
    public void Wrong_arguments_are_refused_with_the_words_of_libtorch()
    {
        Assert.StartsWith("normal expects std >= 0.0", Error(() => empty(2).normal_(0, -1)), StringComparison.Ordinal);
        Assert.StartsWith("bernoulli_ expects p to be in [0, 1]", Error(() => empty(2).bernoulli_(2)), StringComparison.Ordinal);
        Assert.StartsWith("cannot sample n_sample > prob_dist.size(-1)", Error(() => multinomial(ones(3), 4)), StringComparison.Ordinal);
        Assert.StartsWith("invalid multinomial distribution", Error(() => multinomial(zeros(3), 1)), StringComparison.Ordinal);

        static string Error(Func<Tensor> draw) => Assert.Throws<System.Runtime.InteropServices.ExternalException>(draw).Message;
    }
}
