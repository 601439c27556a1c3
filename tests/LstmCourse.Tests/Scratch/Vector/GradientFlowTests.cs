using LstmCourse.Scratch.Vector;

namespace LstmCourse.Tests.Scratch.Vector;

public class GradientFlowTests
{
    [Fact]
    public void Twenty_steps_with_a_half_and_with_two_end_where_the_course_says()
    {
        Assert.Equal(9.5367431640625e-7, GradientFlow.Scalar(0.5, 20)[^1]);
        Assert.Equal(1_048_576, GradientFlow.Scalar(2.0, 20)[^1]);
        Assert.Equal([1, 3, 9], GradientFlow.Scalar(3, 2));
    }

    [Fact]
    public void Measured_norms_are_those_of_the_backward_pass_and_leave_the_weights_gradients_alone()
    {
        var lstm = RecurrentNetworkTests.WithKnownWeights(new VectorLstm(3, 4, seed: 1));
        lstm.Parameters[0].Gradient[0] = 42;

        var norms = GradientFlow.Measure(lstm, RecurrentNetworkTests.KnownInputs());

        Assert.Equal(1, norms.Hidden[0], 15);
        Assert.Equal(0.010943965409969066, norms.Hidden[^1], 14);
        Assert.Equal(0.03965947138304313, norms.Cell[^1], 14);
        Assert.Equal(42, lstm.Parameters[0].Gradient[0]);
        Assert.Equal(0, lstm.Parameters[1].Gradient[0]);
        Assert.Empty(GradientFlow.Measure(new VectorRnn(3, 4, seed: 1), RecurrentNetworkTests.KnownInputs()).Cell);
    }

    [Fact]
    public void Over_a_hundred_steps_the_RNN_loses_what_an_LSTM_with_an_open_forget_gate_keeps()
    {
        var inputs = GradientFlow.RandomInputs(100, 8, seed: 1);
        var rnn = GradientFlow.Measure(new VectorRnn(8, 16, seed: 2), inputs);
        var open = GradientFlow.Measure(new VectorLstm(8, 16, seed: 2, forgetBias: 5), inputs);

        Assert.Equal(100, rnn.Hidden.Length);
        Assert.InRange(rnn.Hidden[^1], 0, 1e-15);
        Assert.InRange(open.Hidden[^1], 1e-3, 10);
    }

    [Fact]
    public void Clipping_shortens_a_long_gradient_and_keeps_its_direction()
    {
        Assert.Equal([0.6, 0.8], GradientFlow.Clip([3, 4], limit: 1), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([0.3, 0.4], GradientFlow.Clip([0.3, 0.4], limit: 1));
        Assert.Equal([0.0, 0.0], GradientFlow.Clip([0, 0], limit: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientFlow.Clip([1.0], limit: 0));
    }

    [Fact]
    public void Parameters_are_clipped_together()
    {
        Parameter[] parameters = [new("a", 1, 1), new("b", 1, 1)];
        (parameters[0].Gradient[0], parameters[1].Gradient[0]) = (3, 4);

        Assert.Equal(5, GradientFlow.Clip(parameters, limit: 1));
        Assert.Equal(0.6, parameters[0].Gradient[0], 15);
        Assert.Equal(0.8, parameters[1].Gradient[0], 15);
        Assert.Equal(1, GradientFlow.Clip(parameters, limit: 2), 15);
        Assert.Equal(0.6, parameters[0].Gradient[0], 15);
    }
}
