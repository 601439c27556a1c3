using LstmCourse.Models.Variants;
using LstmCourse.Tests.Scratch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Models.Variants;

[Collection("engine")]
public sealed class SeedLayerTests : IDisposable
{
    private const string Gru = "GRU";

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Layers => [.. LstmVariant.All.Select(variant => variant.Name), Gru];

    public static TheoryData<string> Variants => [.. LstmVariant.All.Select(variant => variant.Name)];

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_standard_one_is_libtorchs_lstm()
    {
        var layer = Layer("standard", inputSize: 3, hiddenSize: 4, seeds: [5, 6]);
        var input = Inputs(2, batch: 2, time: 6, size: 3);
        var hidden = stack(layer.call(input), 2);                                       // (seeds, batch, time, hidden)

        for (var seed = 0; seed < 2; seed++)
        {
            using var lstm = nn.LSTM(3, 4, batchFirst: true, dtype: float64);
            Fill(lstm.named_parameters(), layer, seed, ("bias_hh_l0", zeros(16, float64)));
            Assert.True(lstm.call(input[seed]).Item1.allclose(hidden[seed], atol: 1e-12, rtol: 0));
        }
    }

    [Fact]
    public void The_gru_is_libtorchs_gru()
    {
        var layer = Layer(Gru, inputSize: 3, hiddenSize: 4, seeds: [5, 6]);
        var input = Inputs(2, batch: 2, time: 6, size: 3);
        var hidden = stack(layer.call(input), 2);

        for (var seed = 0; seed < 2; seed++)
        {
            using var gru = nn.GRU(3, 4, batchFirst: true, dtype: float64);
            Fill(gru.named_parameters(), layer, seed, ("bias_hh_l0", cat([zeros(8, float64), Weight(layer, "inner")[seed].flatten()])));
            Assert.True(gru.call(input[seed]).Item1.allclose(hidden[seed], atol: 1e-12, rtol: 0));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_variant_of_one_unit_is_what_its_equations_say(string name)
    {
        double[] inputs = [0.5, -1.2, 2.0, 0.3];
        var variant = LstmVariant.All.Single(one => one.Name == name);
        var layer = Layer(name, inputSize: 1, hiddenSize: 1, seeds: [9]);

        // The parts that a variant lacks are drawn all the same; a standard layer and one with peepholes show what was drawn.
        double[] All(string parameter, string of = "standard") => [.. Weight(Layer(of, 1, 1, [9]), parameter).data<double>()];
        var byHand = new VariantByHand(All("weight"), All("recurrent"), All("bias"), All("peepholes", "peephole"));

        var hidden = layer.call(tensor(inputs, [1, 1, 4, 1])).Select(h => h.item<double>()).ToArray();
        var expected = byHand.Read(variant.Name, inputs);
        for (var step = 0; step < inputs.Length; step++) Assert.Equal(expected[step], hidden[step], 1e-7);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_agree_with_finite_differences(string name)
    {
        var layer = Layer(name, inputSize: 2, hiddenSize: 2, seeds: [3]);
        var input = Inputs(1, batch: 2, time: 4, size: 2);
        Tensor Loss() => stack(layer.call(input)).pow(2).sum();
        Loss().backward();

        foreach (var (parameterName, parameter) in layer.named_parameters())
        {
            using var still = no_grad();
            var values = parameter.detach().view(-1);                                   // shares the parameter's memory
            for (var k = 0L; k < values.numel(); k++)
            {
                var original = values[k].item<double>();
                var slope = FiniteDifference.Of(x =>
                {
                    values[k] = x;
                    return Loss().item<double>();
                }, original);
                values[k] = original;
                Assert.Equal(slope, parameter.grad!.view(-1)[k].item<double>(), 1e-7);
            }

            Assert.True(parameter.grad!.abs().max().item<double>() > 0, $"{name}: nothing reaches {parameterName}");
        }
    }

    [Theory]
    [InlineData("standard", 4 * ((12 * 3) + (12 * 12) + 12))]
    [InlineData("peephole", (4 * ((12 * 3) + (12 * 12) + 12)) + (3 * 12))]
    [InlineData("coupled gates", 3 * ((12 * 3) + (12 * 12) + 12))]
    [InlineData("no forget gate", 3 * ((12 * 3) + (12 * 12) + 12))]
    [InlineData("no input gate", 3 * ((12 * 3) + (12 * 12) + 12))]
    [InlineData("no output gate", 3 * ((12 * 3) + (12 * 12) + 12))]
    [InlineData("linear candidate", 4 * ((12 * 3) + (12 * 12) + 12))]
    [InlineData(Gru, (3 * ((12 * 3) + (12 * 12) + 12)) + 12)]
    public void Parameters_are_as_many_as_the_formula_says(string name, long expected) =>
        Assert.Equal(expected, Layer(name, inputSize: 3, hiddenSize: 12, seeds: [1, 2, 3]).ParameterCount);

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_copy_starts_the_same_whatever_stands_beside_it(string name)
    {
        var (alone, among) = (Layer(name, 2, 3, [7]), Layer(name, 2, 3, [4, 7, 5]));
        foreach (var (parameterName, parameter) in alone.named_parameters())
            Assert.True(parameter[0].equal(Weight(among, parameterName)[1]).all().item<bool>(), parameterName);
    }

    [Fact]
    public void Variants_share_the_first_numbers_of_what_they_share()
    {
        var (all, without) = (Weight(Layer("standard", 2, 3, [7]), "recurrent"), Weight(Layer("no forget gate", 2, 3, [7]), "recurrent"));
        Assert.True(cat([all[.., .., ..3], all[.., .., 6..]], 2).equal(without).all().item<bool>());
    }

    [Fact]
    public void The_first_weights_lie_within_one_over_the_root_of_the_hidden_size()
    {
        var weight = Weight(Layer("standard", 20, 16, [1, 2]), "recurrent");
        Assert.InRange(weight.abs().max().item<double>(), 0.24, 0.25);
        Assert.Equal(0, weight.mean().item<double>(), 0.02);
    }

    [Fact]
    public void A_forget_bias_is_added_to_the_forget_gate_alone()
    {
        var plain = new VariantLstm(LstmVariant.Standard, 2, 3, [7]);
        var raised = new VariantLstm(LstmVariant.Standard, 2, 3, [7], forgetBias: 1);
        var difference = (Weight(raised, "bias") - Weight(plain, "bias")).data<float>().ToArray();
        Assert.Equal([0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0], difference.Select(value => Math.Round(value, 5)));

        var gru = (Weight(new VariantGru(2, 3, [7], forgetBias: 1), "bias") - Weight(new VariantGru(2, 3, [7]), "bias")).data<float>();
        Assert.Equal([0, 0, 0, 1, 1, 1, 0, 0, 0], gru.Select(value => Math.Round(value, 5)));
    }

    [Fact]
    public void An_input_of_another_shape_is_refused_with_what_was_expected()
    {
        var layer = Layer("standard", 2, 3, [1, 2]);
        var refused = Assert.Throws<ArgumentException>(() => layer.call(zeros(1, 4, 5, 2)));
        Assert.StartsWith("Expected (seeds, batch, time, input) with seeds = 2 and input = 2, got [1, 4, 5, 2].", refused.Message);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new VariantGru(2, 3, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VariantGru(0, 3, [1]));
        var refused = Assert.Throws<ArgumentException>(
            () => new VariantLstm(LstmVariant.Coupled with { HasForgetGate = false, Name = "mine" }, 2, 3, [1]));
        Assert.StartsWith("Expected a forget gate in \"mine\", for its input gate is 1 − f", refused.Message);
    }

    private static SeedLayer Layer(string name, int inputSize, int hiddenSize, int[] seeds)
    {
        SeedLayer layer = name == Gru
            ? new VariantGru(inputSize, hiddenSize, seeds)
            : new VariantLstm(LstmVariant.All.Single(variant => variant.Name == name), inputSize, hiddenSize, seeds);
        return layer.to(float64);
    }

    private static Tensor Inputs(int seeds, int batch, int time, int size) =>
        rand([seeds, batch, time, size], float64, generator: new Generator(4)) * 4 - 2;

    private static Parameter Weight(SeedLayer layer, string name) => layer.named_parameters().Single(one => one.name == name).parameter;

    // libtorch's weights are ours on their side; the bias of the state is given.
    private static void Fill(
        IEnumerable<(string name, Parameter parameter)> weights, SeedLayer from, int seed, (string Name, Tensor Value) inner)
    {
        using var still = no_grad();
        foreach (var (name, parameter) in weights)
        {
            parameter.copy_(name switch
            {
                "weight_ih_l0" => Weight(from, "weight")[seed].t(),
                "weight_hh_l0" => Weight(from, "recurrent")[seed].t(),
                "bias_ih_l0" => Weight(from, "bias")[seed].flatten(),
                _ when name == inner.Name => inner.Value,
                _ => throw new InvalidOperationException(name),
            });
        }
    }
}
