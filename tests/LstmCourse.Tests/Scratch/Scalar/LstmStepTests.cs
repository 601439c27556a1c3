using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Tests.Scratch.Scalar;

public class LstmStepTests
{
    private static readonly LstmWeights Uneven = new(
        new GateWeights(0.3, -0.7, 0.9), new GateWeights(-1.1, 0.4, 0.2), new GateWeights(0.8, 1.3, -0.3), new GateWeights(0.5, -0.2, 0.1));

    [Fact]
    public void The_step_of_the_course_has_its_known_values_to_twelve_digits()
    {
        var step = LstmStep.Compute(x: 1, h: 0.5, c: 0, LstmWeights.Ones);

        Assert.Equal(new GateValues(1.5, 1.5, 1.5, 1.5), step.Sums);
        Assert.Equal(0.817574476194, step.Forget, 12);
        Assert.Equal(0.817574476194, step.Input, 12);
        Assert.Equal(0.817574476194, step.Output, 12);
        Assert.Equal(0.905148253645, step.Candidate, 12);
        Assert.Equal(0.740026109351, step.Cell, 12);
        Assert.Equal(0.514385922535, step.Hidden, 12);
    }

    [Fact]
    public void Each_gate_uses_its_own_weights()
    {
        var (x, h, c) = (0.7, -0.4, 1.5);
        var step = LstmStep.Compute(x, h, c, Uneven);

        static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
        var f = Sigmoid(0.3 * x - 0.7 * h + 0.9);
        var i = Sigmoid(-1.1 * x + 0.4 * h + 0.2);
        var g = Math.Tanh(0.8 * x + 1.3 * h - 0.3);
        var o = Sigmoid(0.5 * x - 0.2 * h + 0.1);
        Assert.Equal(f, step.Forget, 14);
        Assert.Equal(i, step.Input, 14);
        Assert.Equal(g, step.Candidate, 14);
        Assert.Equal(o, step.Output, 14);
        Assert.Equal(f * c, step.Kept, 14);
        Assert.Equal(i * g, step.Written, 14);
        Assert.Equal(f * c + i * g, step.Cell, 14);
        Assert.Equal(o * Math.Tanh(f * c + i * g), step.Hidden, 14);
    }

    [Fact]
    public void An_open_forget_gate_and_a_shut_input_gate_keep_the_memory()
    {
        var keep = LstmWeights.Ones.WithBiases(forget: 100, input: -100);
        Assert.Equal(3.25, LstmStep.Compute(x: 0.9, h: 0.1, c: 3.25, keep).Cell);
    }

    [Fact]
    public void WithBiases_changes_only_what_is_named()
    {
        var weights = Uneven.WithBiases(forget: 2, output: -1);
        Assert.Equal(Uneven with { Forget = Uneven.Forget with { B = 2 }, Output = Uneven.Output with { B = -1 } }, weights);
    }

    [Fact]
    public void Gradients_of_a_step_agree_with_finite_differences()
    {
        // All that goes in: x, h, c, then W, U, b of the forget gate, the input gate, the candidate and the output gate.
        double[] values = [0.7, -0.4, 1.5, 0.3, -0.7, 0.9, -1.1, 0.4, 0.2, 0.8, 1.3, -0.3, 0.5, -0.2, 0.1];
        GateWeights Gate(int at) => new(values[at], values[at + 1], values[at + 2]);
        LstmWeights Weights() => new(Gate(3), Gate(6), Gate(9), Gate(12));
        LstmStep Step() => LstmStep.Compute(values[0], values[1], values[2], Weights());
        double Loss() => 1.3 * Step().Hidden - 0.6 * Step().Cell;

        var gradient = LstmStepBackward.Compute(Step(), Weights(), hidden: 1.3, cell: -0.6);

        var (f, i, g, o) = gradient.Weights;
        double[] computed =
        [
            gradient.X, gradient.PreviousHidden, gradient.PreviousCell,
            f.W, f.U, f.B, i.W, i.U, i.B, g.W, g.U, g.B, o.W, o.U, o.B,
        ];
        for (var k = 0; k < values.Length; k++) Assert.Equal(FiniteDifference.Of(Loss, values, k), computed[k], 1e-9);
    }
}
