using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>Calls that do not fit end in an exception with libtorch's words, where it has words for them.</summary>
public sealed class CallErrorTests : IDisposable
{
    private readonly TorchSharp.Modules.LSTM _theirs = nn.LSTM(4, 5, 2, batchFirst: true, bidirectional: true);
    private readonly FusedLSTM _ours = new(4, 5, 2, batchFirst: true, bidirectional: true);

    public void Dispose()
    {
        _theirs.Dispose();
        _ours.Dispose();
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_in_libtorchs_words()
    {
        Same(zeros(2, 3, 5), null);
        Same(zeros(2, 0, 4), null);
        Same(zeros(2, 3, 4), (zeros(4, 3, 5), zeros(4, 2, 5)));
        Same(zeros(2, 3, 4), (zeros(4, 2, 5), zeros(2, 5)));

        var gru = nn.GRU(4, 5);
        var fused = new FusedGRU(4, 5);
        string expected = Assert.Throws<ExternalException>(() => gru.call(zeros(2, 3, 4), zeros(2, 2, 5))).Message.Split('\n')[0];
        string actual = Assert.Throws<ArgumentException>(() => fused.call(zeros(2, 3, 4), zeros(2, 2, 5))).Message;
        Assert.Equal(expected, actual);

        void Same(Tensor x, (Tensor, Tensor)? states)
        {
            string words = Assert.Throws<ExternalException>(() => _theirs.call(x, states)).Message.Split('\n')[0];
            if (states != null && states.Value.Item2.dim() == 2)
            {
                words = "Expected hidden[1] size 4 2 5, got [2, 5]"; // libtorch shows hidden[0] here, whichever is wrong
            }

            Assert.StartsWith(words, Assert.Throws<ArgumentException>(() => _ours.call(x, states)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_numbers_of_dimensions_are_refused()
    {
        Assert.StartsWith(
            "input must have 3 dimensions, or 2 without a batch, got 4",
            Assert.Throws<ArgumentException>(() => _ours.call(zeros(1, 2, 3, 4))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _ours.call(zeros(4)));
    }

    [Fact]
    public void Types_that_do_not_fit_are_refused()
    {
        Assert.Contains("Float64 and Float32", Assert.Throws<ArgumentException>(
            () => _ours.call(zeros(2, 3, 4, ScalarType.Float64))).Message, StringComparison.Ordinal);
        Assert.Contains("Int64 and Float32", Assert.Throws<ArgumentException>(
            () => _ours.call(zeros(2, 3, 4, ScalarType.Int64))).Message, StringComparison.Ordinal);
        Tensor wrong = zeros(4, 2, 5, ScalarType.Float64);
        Assert.Contains("hidden[0]", Assert.Throws<ArgumentException>(
            () => _ours.call(zeros(2, 3, 4), (wrong, wrong))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disposed_tensors_are_refused()
    {
        Tensor x = zeros(2, 3, 4), h = zeros(4, 2, 5), lengths = ones(2, ScalarType.Int64);
        x.Dispose();
        Assert.Throws<InvalidOperationException>(() => _ours.call(x));
        h.Dispose();
        Assert.Throws<InvalidOperationException>(() => _ours.call(zeros(2, 3, 4), (h, h)));
        lengths.Dispose();
        Assert.Throws<InvalidOperationException>(() => _ours.call(zeros(2, 3, 4), lengths: lengths));
        Assert.Throws<ArgumentNullException>(() => _ours.call((Tensor)null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    public void Lengths_outside_of_the_input_are_refused(long length)
    {
        string message = Assert.Throws<ArgumentException>(() => _ours.call(zeros(2, 3, 4), lengths: tensor([3L, length]))).Message;
        Assert.Contains($"at most the input's 3 time steps, got {length}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_are_one_whole_number_for_each_sequence()
    {
        Assert.Throws<ArgumentException>(() => _ours.call(zeros(2, 3, 4), lengths: tensor([3L])));
        Assert.Throws<ArgumentException>(() => _ours.call(zeros(2, 3, 4), lengths: tensor([3f, 2f])));
        Assert.Throws<ArgumentException>(() => _ours.call(zeros(2, 3, 4), lengths: tensor([3L, 2L]).unsqueeze(0)));
        Assert.Equal([2, 3, 10], _ours.call(zeros(2, 3, 4), lengths: tensor([3, 2])).Item1.shape);
    }

    [Fact]
    public void Sizes_that_make_no_network_are_refused_in_libtorchs_words()
    {
        Same(() => nn.LSTM(3, 0), () => new FusedLSTM(3, 0));
        Same(() => nn.LSTM(3, 2, 0), () => new FusedLSTM(3, 2, 0));
        Same(() => nn.GRU(3, 2, 2, dropout: -1), () => new FusedGRU(3, 2, 2, dropout: -1));
        Same(() => nn.RNN(3, 2, 2, dropout: 2), () => new FusedRNN(3, 2, 2, dropout: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FusedLSTM(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FusedLSTM(3, 2, 2, dropout: double.NaN));

        static void Same(Func<object> theirs, Func<object> ours) => Assert.StartsWith(
            Assert.Throws<ExternalException>(theirs).Message.Split('\n')[0],
            Assert.Throws<ArgumentOutOfRangeException>(ours).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_that_was_changed_between_the_two_passes_is_an_exception_of_backward()
    {
        Tensor y = _ours.call(randn(2, 3, 4)).Item1;
        using (no_grad())
        {
            _ours.get_parameter("weight_hh_l0")!.add_(1);
        }

        Assert.Throws<ExternalException>(() => y.sum().backward());
        _ours.call(randn(2, 3, 4)).Item1.sum().backward(); // and the next goes well
        Assert.NotNull(_ours.get_parameter("weight_hh_l0")!.grad);
    }
}
