using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>Parameters are PyTorch's: names, order, shapes, draws, files.</summary>
[Collection(SeededTests.Name)]
public sealed class ParameterTests
{
    public static TheoryData<string> Modules => ["lstm", "gru", "rnn", "lstm cell", "gru cell", "rnn cell"];

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_same_seed_draws_the_same_parameters_under_the_same_names(string name)
    {
        manual_seed(7);
        var theirs = Make(name, fused: false);
        manual_seed(7);
        var ours = Make(name, fused: true);

        Assert.Equal(theirs.named_parameters().Select(p => p.name), ours.named_parameters().Select(p => p.name));
        Assert.All(theirs.parameters().Zip(ours.parameters()), pair => Assert.True(pair.First.Equals(pair.Second)));
        Assert.All(ours.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Files_go_both_ways(string name)
    {
        string path = Path.GetTempFileName();
        try
        {
            var theirs = Make(name, fused: false);
            var ours = Make(name, fused: true);
            theirs.save(path);
            ours.load(path);
            Assert.All(theirs.parameters().Zip(ours.parameters()), pair => Assert.True(pair.First.Equals(pair.Second)));

            var ours2 = Make(name, fused: true);
            ours2.save(path);
            theirs.load(path);
            Assert.All(theirs.parameters().Zip(ours2.parameters()), pair => Assert.True(pair.First.Equals(pair.Second)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_layer_that_was_moved_to_another_type_goes_on_in_it()
    {
        using var lstm = new FusedLSTM(3, 4);
        Tensor x = rand(5, 2, 3);
        Tensor expected = lstm.call(x).Item1;

        lstm.to(ScalarType.Float64);
        Tensor actual = lstm.call(x.to(ScalarType.Float64)).Item1;

        Assert.Equal(ScalarType.Float64, actual.dtype);
        Assert.True(allclose(expected, actual.to(ScalarType.Float32), 1e-6, 1e-6));
    }

    [Fact]
    public void Layers_live_where_and_in_the_type_that_the_constructor_says()
    {
        using var gru = new FusedGRU(3, 4, bias: false, device: CPU, dtype: ScalarType.Float64);
        Assert.All(gru.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(2, gru.parameters().Count());
    }

    private static nn.Module Make(string name, bool fused) => (name, fused) switch
    {
        ("lstm", false) => nn.LSTM(3, 4, 2, bidirectional: true),
        ("lstm", true) => new FusedLSTM(3, 4, 2, bidirectional: true),
        ("gru", false) => nn.GRU(3, 4, 3, bias: false),
        ("gru", true) => new FusedGRU(3, 4, 3, bias: false),
        ("rnn", false) => nn.RNN(3, 4, 2, nn.NonLinearities.ReLU),
        ("rnn", true) => new FusedRNN(3, 4, 2, nn.NonLinearities.ReLU),
        ("lstm cell", false) => nn.LSTMCell(3, 4),
        ("lstm cell", true) => new FusedLSTMCell(3, 4),
        ("gru cell", false) => nn.GRUCell(3, 4, bias: false),
        ("gru cell", true) => new FusedGRUCell(3, 4, bias: false),
        ("rnn cell", false) => nn.RNNCell(3, 4),
        _ => new FusedRNNCell(3, 4),
    };
}
