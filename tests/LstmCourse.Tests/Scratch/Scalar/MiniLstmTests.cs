using System.Text.Json.Nodes;
using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Tests.Scratch.Scalar;

public class MiniLstmTests
{
    private static readonly LstmWeights Uneven = new(
        new GateWeights(0.3, -0.7, 0.9), new GateWeights(-1.1, 0.4, 0.2), new GateWeights(0.8, 1.3, -0.3), new GateWeights(0.5, -0.2, 0.1));

    [Fact]
    public void The_sequence_of_the_course_has_its_known_values_to_twelve_digits()
    {
        var trace = new MiniLstm().Run([0.1, 0.2, 0.3]);

        double[] hidden = [0.027443772737, 0.084821892027, 0.178608053867];
        double[] cell = [0.052323622836, 0.153584538383, 0.309699466490];
        for (var t = 0; t < 3; t++)
        {
            Assert.Equal(hidden[t], trace.Hidden[t], 12);
            Assert.Equal(cell[t], trace.Cell[t], 12);
        }
    }

    [Fact]
    public void The_trace_holds_every_value_of_every_step()
    {
        var trace = new MiniLstm(Uneven).Run([0.5, -1], hidden: 0.25, cell: -2);

        Assert.Equal(2, trace.Steps.Count);
        Assert.Equal(LstmStep.Compute(0.5, 0.25, -2, Uneven), trace.Steps[0]);
        Assert.Equal(LstmStep.Compute(-1, trace.Hidden[0], trace.Cell[0], Uneven), trace.Steps[1]);
        Assert.Equal([0.5, -1], trace.X);
        Assert.Equal(trace.Steps[1].Forget, trace.Forget[1]);
        Assert.Equal(trace.Steps[1].Input, trace.Input[1]);
        Assert.Equal(trace.Steps[1].Candidate, trace.Candidate[1]);
        Assert.Equal(trace.Steps[1].Output, trace.Output[1]);
    }

    [Fact]
    public void The_trace_is_shown_as_a_table() => Assert.Equal(
        """
        step       x       f       i       g       o       c       h
        ----  ------  ------  ------  ------  ------  ------  ------
           1  0.1000  0.5250  0.5250  0.0997  0.5250  0.0523  0.0274
           2  0.2000  0.5566  0.5566  0.2236  0.5566  0.1536  0.0848
           3  0.3000  0.5950  0.5950  0.3669  0.5950  0.3097  0.1786

        """.ReplaceLineEndings("\n"),
        new MiniLstm().Run([0.1, 0.2, 0.3]).ToString());

    [Fact]
    public void The_trace_draws_its_gates_its_memory_and_all_of_its_values()
    {
        var trace = new MiniLstm().Run([0.1, 0.2, 0.3]);

        static double[] Numbers(JsonNode? values) => [.. values!.AsArray().Select(value => value!.GetValue<double>())];
        void AssertSeries(JsonNode? values, double[] expected) => Assert.Equal(expected, Numbers(values), (a, b) => Math.Abs(a - b) < 1e-5);

        var gates = trace.GateChart().Figure["data"]!.AsArray();
        AssertSeries(gates[0]!["y"], trace.Forget);
        AssertSeries(gates[2]!["y"], trace.Candidate);

        var memory = trace.MemoryChart().Figure["data"]!.AsArray();
        AssertSeries(memory[0]!["y"], trace.Cell);
        AssertSeries(memory[1]!["y"], trace.Hidden);

        var rows = trace.Heatmap().Figure["data"]![0]!["z"]!.AsArray();
        AssertSeries(rows[0], trace.X);
        AssertSeries(rows[6], trace.Hidden);
    }

    [Fact]
    public void Gradients_through_time_agree_with_finite_differences()
    {
        double[] inputs = [0.4, -0.3, 0.9, 0.1];
        double[] values = [0.3, -0.7, 0.9, -1.1, 0.4, 0.2, 0.8, 1.3, -0.3, 0.5, -0.2, 0.1];
        GateWeights Gate(int at) => new(values[at], values[at + 1], values[at + 2]);
        LstmTrace Run() => new MiniLstm(new LstmWeights(Gate(0), Gate(3), Gate(6), Gate(9))).Run(inputs);
        double Last() => Run().Hidden[^1];

        var gradient = Run().Backward();

        var (f, i, g, o) = gradient.Weights;
        double[] computed = [f.W, f.U, f.B, i.W, i.U, i.B, g.W, g.U, g.B, o.W, o.U, o.B];
        for (var k = 0; k < values.Length; k++) Assert.Equal(FiniteDifference.Of(Last, values, k), computed[k], 1e-9);
        for (var t = 0; t < inputs.Length; t++) Assert.Equal(FiniteDifference.Of(Last, inputs, t), gradient.X[t], 1e-9);
    }

    [Fact]
    public void Gradients_of_the_states_agree_with_finite_differences()
    {
        double[] inputs = [0.4, -0.3, 0.9, 0.1];
        var lstm = new MiniLstm(Uneven);
        var trace = lstm.Run(inputs);
        var gradient = trace.Backward();

        for (var t = 0; t < inputs.Length - 1; t++)
        {
            var rest = inputs[(t + 1)..];
            var (h, c) = (trace.Hidden[t], trace.Cell[t]);
            Assert.Equal(FiniteDifference.Of(value => lstm.Run(rest, value, c).Hidden[^1], h), gradient.Hidden[t], 1e-9);

            // The cell state also acts through the hidden state of its own step.
            var o = trace.Output[t];
            Assert.Equal(FiniteDifference.Of(value => lstm.Run(rest, o * Math.Tanh(value), value).Hidden[^1], c), gradient.Cell[t], 1e-9);
        }

        Assert.Equal(1, gradient.Hidden[^1]);
    }

    [Fact]
    public void The_scalar_rnn_follows_its_equation_and_its_gradient()
    {
        var rnn = new MiniRnn(new GateWeights(0.8, 1.4, -0.2));
        double[] inputs = [0.5, -0.1, 0.3];
        var states = rnn.Run(inputs, hidden: 0.1);

        Assert.Equal(Math.Tanh(0.8 * 0.5 + 1.4 * 0.1 - 0.2), states[0], 14);
        Assert.Equal(Math.Tanh(0.8 * -0.1 + 1.4 * states[0] - 0.2), states[1], 14);

        var gradients = rnn.Backward(states);
        Assert.Equal(1, gradients[2]);
        for (var t = 0; t < 2; t++)
        {
            var rest = inputs[(t + 1)..];
            Assert.Equal(FiniteDifference.Of(h => rnn.Run(rest, h)[^1], states[t]), gradients[t], 1e-9);
        }
    }
}
