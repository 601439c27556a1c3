using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Modules;

/// <summary>Cells against libtorch's, step after step with the state carried on, and their gradients.</summary>
[Collection(SeededTests.Name)]
public sealed class CellTests
{
    [Fact]
    public void Five_steps_of_an_LSTM_cell_and_their_gradients_are_those_of_libtorch()
    {
        manual_seed(1);
        var theirs = nn.LSTMCell(6, 9);
        manual_seed(1);
        var ours = new FusedLSTMCell(6, 9);
        Tensor[] xs = [.. Enumerable.Range(0, 5).Select(_ => randn(4, 6))];

        Compare(theirs, ours, xs, x => Run(theirs.call, x), x => Run((input, state) => ours.call(input, state), x));

        static Tensor Run(Func<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)> step, Tensor[] xs)
        {
            var state = (zeros(4, 9), zeros(4, 9));
            foreach (Tensor x in xs)
            {
                state = step(x, state);
            }

            return cat([state.Item1, state.Item2]);
        }
    }

    [Fact]
    public void Five_steps_of_a_GRU_cell_and_their_gradients_are_those_of_libtorch()
    {
        manual_seed(2);
        var theirs = nn.GRUCell(6, 9);
        manual_seed(2);
        var ours = new FusedGRUCell(6, 9);
        Tensor[] xs = [.. Enumerable.Range(0, 5).Select(_ => randn(4, 6))];
        Compare(
            theirs, ours, xs,
            x => x.Aggregate(zeros(4, 9), (h, input) => theirs.call(input, h)),
            x => x.Aggregate(zeros(4, 9), (h, input) => ours.call(input, h)));
    }

    [Theory]
    [InlineData(nn.NonLinearities.Tanh)]
    [InlineData(nn.NonLinearities.ReLU)]
    public void Five_steps_of_an_RNN_cell_and_their_gradients_are_those_of_libtorch(nn.NonLinearities kind)
    {
        manual_seed(3);
        var theirs = nn.RNNCell(6, 9, kind);
        manual_seed(3);
        var ours = new FusedRNNCell(6, 9, kind);
        Tensor[] xs = [.. Enumerable.Range(0, 5).Select(_ => randn(4, 6))];
        Compare(
            theirs, ours, xs,
            x => x.Aggregate(zeros(4, 9), (h, input) => theirs.call(input, h)),
            x => x.Aggregate(zeros(4, 9), (h, input) => ours.call(input, h)));
    }

    [Fact]
    public void A_cell_needs_neither_a_batch_nor_a_state()
    {
        var cell = new FusedLSTMCell(6, 9);
        Tensor x = randn(6);

        var (h, c) = cell.call(x);
        var (hBatch, cBatch) = cell.call(x.unsqueeze(0), (zeros(1, 9), zeros(1, 9)));

        Assert.Equal([9], h.shape);
        Assert.True(h.Equals(hBatch[0]) && c.Equals(cBatch[0]));
    }

    [Fact]
    public void A_cell_says_what_shapes_it_takes()
    {
        var cell = new FusedGRUCell(6, 9);
        Says("2 dimensions", () => cell.call(zeros(1, 1, 6)));
        Says("Expected 6, got 5", () => cell.call(zeros(2, 5)));
        Says("Expected hidden size", () => cell.call(zeros(2, 6), zeros(3, 9)));

        static void Says(string words, Func<object> call) =>
            Assert.Contains(words, Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);
    }

    private static void Compare(
        nn.Module theirs, nn.Module ours, Tensor[] xs, Func<Tensor[], Tensor> runTheirs, Func<Tensor[], Tensor> runOurs)
    {
        Tensor[] Leaves() => Array.ConvertAll(xs, x => x.clone().requires_grad_(true));
        Tensor[] theirXs = Leaves(), ourXs = Leaves();
        Tensor expected = runTheirs(theirXs), actual = runOurs(ourXs);
        Near(expected, actual);
        (expected * expected).sum().backward();
        (actual * actual).sum().backward();
        Assert.All(theirXs.Zip(ourXs), pair => Near(pair.First.grad!, pair.Second.grad!));
        Assert.All(theirs.parameters().Zip(ours.parameters()), pair => Near(pair.First.grad!, pair.Second.grad!));
    }

    private static void Near(Tensor expected, Tensor actual) =>
        Assert.True((expected - actual).abs().max().ToDouble() < 2e-5, "further than 2e-5 from libtorch");
}
