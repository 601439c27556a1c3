using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>A fused layer over another's parameters: the other's options are found out, and what trains one trains both.</summary>
[Collection(SeededTests.Name)]
public sealed class FromTests
{
    [Theory]
    [InlineData(false, nn.NonLinearities.Tanh)]
    [InlineData(true, nn.NonLinearities.ReLU)]
    public void Options_are_found_out(bool batchFirst, nn.NonLinearities kind)
    {
        var rnn = nn.RNN(3, 4, 2, kind, bias: false, batchFirst: batchFirst, bidirectional: true);
        Tensor x = randn(5, 6, 3);
        Assert.True(allclose(rnn.call(x).Item1, Fused.From(rnn).call(x).Item1, 1e-5, 1e-6));
    }

    /// <summary>Above a layer of one unit, outputs of ReLU may stay between 0 and 1 whatever comes in, as those of tanh do.</summary>
    [Theory]
    [InlineData(nn.NonLinearities.Tanh)]
    [InlineData(nn.NonLinearities.ReLU)]
    public void The_nonlinearity_is_found_out_below_layers_that_hide_it(nn.NonLinearities kind)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            manual_seed(seed);
            var rnn = nn.RNN(3, 1, 1 + (seed % 3), kind, bias: seed % 2 == 0);
            Tensor x = randn(5, 6, 3);
            Assert.True(allclose(rnn.call(x).Item1, Fused.From(rnn).call(x).Item1, 1e-5, 1e-6), $"seed {seed}");
        }
    }

    [Fact]
    public void A_dropout_has_to_be_given()
    {
        var lstm = nn.LSTM(3, 4, 2, dropout: 0.3);
        Tensor state = get_rng_state();
        Assert.Contains("dropout", Assert.Throws<ArgumentException>(() => Fused.From(lstm)).Message, StringComparison.Ordinal);
        Assert.True(state.Equals(get_rng_state()));
        Assert.True(lstm.training);
        Assert.Equal(0.3, Fused.From(lstm, 0.3).Shape.Dropout);
    }

    [Fact]
    public void Training_the_fused_layer_trains_the_other()
    {
        var gru = nn.GRU(3, 4);
        var fused = Fused.From(gru);
        using var optimizer = optim.SGD(fused.parameters(), 0.1);
        Tensor before = gru.get_parameter("weight_hh_l0")!.clone();
        fused.call(randn(5, 6, 3)).Item1.sum().backward();
        optimizer.step();

        Assert.False(before.Equals(gru.get_parameter("weight_hh_l0")!));
        Tensor x = randn(5, 6, 3);
        Assert.True(allclose(gru.call(x).Item1, fused.call(x).Item1, 1e-5, 1e-6));
    }

    [Fact]
    public void Either_may_be_disposed()
    {
        var lstm = nn.LSTM(3, 4);
        var fused = Fused.From(lstm);
        Tensor x = randn(5, 6, 3), expected = lstm.call(x).Item1;
        Fused.From(lstm).Dispose();
        Assert.True(expected.Equals(lstm.call(x).Item1));
        lstm.Dispose();
        Assert.True(allclose(expected, fused.call(x).Item1, 1e-5, 1e-6));
    }

    [Fact]
    public void Packed_sequences_are_taken_and_given()
    {
        var lstm = nn.LSTM(3, 4, 2, bidirectional: true);
        var fused = Fused.From(lstm);
        var packed = nn.utils.rnn.pack_padded_sequence(randn(6, 3, 3), tensor([2L, 6L, 3L]), enforce_sorted: false);
        var (expected, hExpected, cExpected) = lstm.call(packed);
        var (actual, h, c) = fused.call(packed);
        Assert.True(allclose(expected.data, actual.data, 1e-5, 1e-6));
        Assert.True(expected.sorted_indices.Equals(actual.sorted_indices));
        Assert.True(allclose(hExpected, h, 1e-5, 1e-6) && allclose(cExpected, c, 1e-5, 1e-6));
    }
}
