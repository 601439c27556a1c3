using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Modules;

public sealed class LayerErrorTests
{
    private static readonly Dictionary<string, Action> Wrong = new()
    {
        ["mat1 and mat2 shapes cannot be multiplied (6x4 and 5x2)"] = () => Linear(5, 2).call(ones(2, 3, 4)),
        ["mat1 and mat2 must have the same dtype, but got Double and Float"] = () => Linear(4, 2).call(ones(2, 4, dtype: float64)),
        ["input must have 3 dimensions, got 2"] = () => GRU(3, 4).call(ones(2, 3)),
        ["input.size(-1) must be equal to input_size. Expected 3, got 5"] = () => LSTM(3, 4).call(ones(2, 2, 5)),
        ["Expected hidden[0] size [1, 2, 4], got [1, 3, 4]"] = () => LSTM(3, 4).call(ones(5, 2, 3), (ones(1, 3, 4), ones(1, 2, 4))),
        ["Expected hidden[1] size [1, 2, 4], got [2, 4]"] = () => LSTM(3, 4).call(ones(5, 2, 3), (ones(1, 2, 4), ones(2, 4))),
        ["Expected hidden size [2, 2, 4], got [1, 2, 4]"] = () => RNN(3, 4, bidirectional: true).call(ones(5, 2, 3), ones(1, 2, 4)),
        ["Input batch size 5 doesn't match hidden[0] batch size 2"] = () => LSTMCell(3, 4).call(ones(5, 3), (ones(2, 4), ones(2, 4))),
        ["input has inconsistent input_size: got 2 expected 3"] = () => GRUCell(3, 4).forward(ones(5, 2)),
        ["hidden has inconsistent hidden_size: got 3, expected 4"] = () => RNNCell(3, 4).forward(ones(5, 3), ones(5, 3)),
        ["num_layers must be greater than zero"] = () => LSTM(3, 4, numLayers: 0),
        ["hidden_size must be greater than zero"] = () => GRU(3, 0),
        ["Expected input batch_size (3) to match target batch_size (2)."] = () => CrossEntropyLoss().call(zeros(3, 4), zeros(2, dtype: int64)),
        ["Target 4 is out of bounds."] = () => CrossEntropyLoss().call(zeros(1, 4), tensor(new long[] { 4 })),
        ["dropout probability has to be between 0 and 1, but got 2"] = () => Dropout(2).call(ones(1)),
        ["Given normalized_shape=[3], expected input with shape [*, 3], but got input of size[2, 4]"] = () => LayerNorm(3).call(ones(2, 4)),
        ["Expected `len(lengths)` to be equal to batch_size, but got 1 (batch_size=2)"] =
            () => torch.nn.utils.rnn.pack_padded_sequence(ones(4, 2, 3), tensor(new long[] { 4 })),
        ["Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0"] =
            () => torch.nn.utils.rnn.pack_padded_sequence(ones(4, 2, 3), tensor(new long[] { 4, 0 })),
        ["all elements of input should be between 0 and 1"] = () => BCELoss().call(full(2, 1.5), ones(2)),
        ["Class values must be smaller than num_classes."] = () => functional.one_hot(tensor(new long[] { 3 }), 3),
    };

    public static IEnumerable<object[]> Messages => Wrong.Keys.Select(message => new object[] { message });

    [Theory]
    [MemberData(nameof(Messages))]
    public void Wrong_input_is_refused_in_the_words_of_libtorch(string message) =>
        Assert.Equal(message, Assert.Throws<ExternalException>(Wrong[message]).Message.Split('\n')[0]);

    [Fact]
    public void A_fused_layer_says_that_it_has_no_second_derivative()
    {
        var x = ones(2, 2, 3).requires_grad_();
        var loss = LSTM(3, 4).call(x).Item1.sum();
        var error = Assert.Throws<ExternalException>(() => autograd.grad([loss], [x], create_graph: true));
        Assert.StartsWith("lstm has no second derivative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_a_weight_between_forward_and_backward_is_an_error()
    {
        var layer = GRU(3, 4);
        var loss = layer.call(ones(2, 2, 3)).Item1.sum();
        using (no_grad()) layer.parameters().First().add_(1);
        var error = Assert.Throws<ExternalException>(() => loss.backward());
        Assert.StartsWith("one of the variables needed for gradient computation has been modified", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_backward_twice_through_a_recurrent_layer_is_an_error()
    {
        var loss = LSTM(3, 4).call(ones(2, 2, 3)).Item1.sum();
        loss.backward(retain_graph: true);
        loss.backward();
        Assert.StartsWith("Trying to backward through the graph a second time",
            Assert.Throws<ExternalException>(() => loss.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaN_and_infinity_pass_through()
    {
        var (output, _, _) = LSTM(2, 3).call(full(1, 1, 2, double.NaN));
        Assert.All(output.data<float>().ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.True(float.IsNaN(CrossEntropyLoss().call(tensor(new[,] { { float.NaN, 1f } }), tensor(new long[] { 0 })).item<float>()));
        Assert.True(float.IsPositiveInfinity(MSELoss().call(tensor(float.PositiveInfinity), tensor(0f)).item<float>()));
    }
}
