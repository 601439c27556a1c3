using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>What a graph is used for beside one way back: gradients of gradients, a second way back, no way back at all.</summary>
[Collection(SeededTests.Name)]
public sealed class GraphTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_of_gradients_are_those_of_libtorch(bool ragged)
    {
        manual_seed(5);
        var theirs = nn.LSTM(3, 4, 2, bidirectional: true, dtype: ScalarType.Float64);
        var ours = Fused.From(theirs);
        Tensor x = randn([6, 3, 3], ScalarType.Float64), lengths = tensor([4L, 6L, 1L]);
        Tensor Theirs(Tensor input)
        {
            if (!ragged)
            {
                return theirs.call(input).Item1;
            }

            var packed = nn.utils.rnn.pack_padded_sequence(input, lengths, enforce_sorted: false);
            return nn.utils.rnn.pad_packed_sequence(theirs.call(packed).Item1, total_length: 6).Item1;
        }

        var expected = Twice(Theirs, x, theirs);
        var actual = Twice(input => ours.call(input, lengths: ragged ? lengths : null).Item1, x, theirs);

        Assert.All(expected.Zip(actual), pair => Assert.True((pair.First - pair.Second).abs().max().ToDouble() < 1e-12));
    }

    [Fact]
    public void Gradients_of_gradients_of_a_GRU_and_an_RNN_are_those_of_libtorch()
    {
        manual_seed(6);
        var gru = nn.GRU(3, 4, dtype: ScalarType.Float64);
        var rnn = nn.RNN(3, 4, 2, nn.NonLinearities.Tanh, bias: false, dtype: ScalarType.Float64);
        Tensor x = randn([6, 2, 3], ScalarType.Float64);
        var (fusedGru, fusedRnn) = (Fused.From(gru), Fused.From(rnn));
        var expected = Twice(t => gru.call(t).Item1, x, gru).Concat(Twice(t => rnn.call(t).Item1, x, rnn));
        var actual = Twice(t => fusedGru.call(t).Item1, x, gru).Concat(Twice(t => fusedRnn.call(t).Item1, x, rnn));
        Assert.All(expected.Zip(actual), pair => Assert.True((pair.First - pair.Second).abs().max().ToDouble() < 1e-12));
    }

    [Fact]
    public void Gradients_with_create_graph_see_the_dropout_of_the_forward_pass()
    {
        var lstm = new FusedLSTM(3, 4, 3, dropout: 0.5, dtype: ScalarType.Float64);
        Tensor x = randn([6, 2, 3], ScalarType.Float64).requires_grad_(true);
        Tensor y = lstm.call(x).Item1.pow(2).sum();

        Tensor plain = autograd.grad([y], [x], retain_graph: true)[0];
        Tensor again = autograd.grad([y], [x], retain_graph: true, create_graph: true)[0];

        Assert.True((plain - again).abs().max().ToDouble() < 1e-13);
        Assert.True(again.requires_grad);
    }

    [Fact]
    public void A_second_way_back_through_a_retained_graph_doubles_the_gradients()
    {
        var gru = new FusedGRU(5, 20, 2, dropout: 0.3);
        Tensor loss = gru.call(randn(9, 7, 5)).Item1.pow(2).sum();
        loss.backward(retain_graph: true);
        Tensor[] once = [.. gru.parameters().Select(parameter => parameter.grad!.clone())];
        loss.backward();
        Assert.All(once.Zip(gru.parameters()), pair => Assert.True(allclose(2 * pair.First, pair.Second.grad!)));
    }

    [Fact]
    public void A_state_alone_leads_back()
    {
        var theirs = nn.LSTM(5, 6);
        var ours = Fused.From(theirs);
        Tensor x = randn(9, 7, 5);
        theirs.call(x).Item3.sum().backward();
        Tensor expected = theirs.get_parameter("weight_hh_l0")!.grad!.clone();
        theirs.zero_grad();
        ours.call(x).Item3.sum().backward();
        Assert.True(allclose(expected, theirs.get_parameter("weight_hh_l0")!.grad!, 1e-4, 1e-5));
    }

    [Fact]
    public void Without_gradients_nothing_is_recorded()
    {
        var lstm = new FusedLSTM(5, 6);
        using (no_grad())
        {
            Assert.False(lstm.call(randn(9, 7, 5)).Item1.requires_grad);
        }

        using (inference_mode())
        {
            Assert.False(lstm.call(randn(9, 7, 5)).Item1.requires_grad);
        }

        foreach (var parameter in lstm.parameters())
        {
            parameter.requires_grad_(false);
        }

        Assert.False(lstm.call(randn(9, 7, 5)).Item1.requires_grad);
    }

    /// <summary>The gradients by x and by the parameters of the squared length of the gradient by x.</summary>
    private static List<Tensor> Twice(Func<Tensor, Tensor> run, Tensor x, nn.Module module)
    {
        Tensor input = x.clone().requires_grad_(true);
        Tensor slope = autograd.grad([run(input).pow(2).sum()], [input], retain_graph: true, create_graph: true)[0];
        slope.pow(2).sum().backward();
        List<Tensor> gradients = [input.grad!, .. module.parameters().Select(parameter => parameter.grad!.clone())];
        module.zero_grad();
        return gradients;
    }
}
