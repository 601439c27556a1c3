using LstmCourse.Scratch.Vector;

namespace LstmCourse.Tests.Scratch.Vector;

/// <summary>The expected numbers are PyTorch's, in double precision, for the same weights and inputs.</summary>
public class RecurrentNetworkTests
{
    private const int InputSize = 3, HiddenSize = 4, Time = 6;

    [Fact]
    public void The_RNN_agrees_with_PyTorch_forward_and_backward()
    {
        var rnn = WithKnownWeights(new VectorRnn(InputSize, HiddenSize, seed: 1));
        var pass = rnn.Forward(KnownInputs());
        AssertClose([0.5640288763198658, -0.5063849802793542, -0.4330985252053824, 0.3513085011504723], pass.Hidden[^1]);
        Assert.Same(pass.Hidden[^1], pass.Last.Hidden);

        var gradients = pass.Backward([0.5, 0.5, 0.5, 0.5]);
        AssertClose(
            [0.005388134452862183, 0.013767190687665664, 0.03285898811417302, 0.19045339855875165, 0.9399623311366202, 1.0],
            gradients.Hidden.Select(GradientFlow.Norm));
        AssertClose([1.237999052048868, 1.1436408549095722, 0.918254750362767], rnn.Parameters.Select(p => GradientFlow.Norm(p.Gradient)));
        AssertClose([-0.9620079021663024, 3.573247856893583, 1.4429564927619136], rnn.Parameters.Select(p => p.Gradient.Sum()));
    }

    [Fact]
    public void The_LSTM_agrees_with_PyTorch_forward_and_backward()
    {
        var lstm = WithKnownWeights(new VectorLstm(InputSize, HiddenSize, seed: 1));
        var pass = lstm.Forward(KnownInputs());
        AssertClose([0.09915618039928645, -0.3001435551265751, -0.24800350021731893, 0.14288771577390724], pass.Last.Hidden);
        AssertClose([0.3147843620058838, -0.46749538110889016, -0.38063951910405597, 0.39446380647942136], pass.Last.Cell!);

        var gradients = pass.Backward([0.5, 0.5, 0.5, 0.5]);
        AssertClose(
            [0.010943965409969066, 0.022690721912207692, 0.04174818845696039, 0.05389334962108753, 0.2751851053608064, 1.0],
            gradients.Hidden.Select(GradientFlow.Norm));
        AssertClose(
            [0.03965947138304313, 0.059871686949423894, 0.09559507732478488, 0.13976736621576105, 0.22266039561633885, 0.4625605982539581],
            gradients.Cell.Select(GradientFlow.Norm));
        AssertClose(
            [
                0.017880869601780074, 0.010384478337132937, 0.045419496781140295, 0.0821686217197547, 0.017788724146397764,
                    0.08580219085285065,
                0.19485521066692846, 0.0657903657570832, 0.3128555220215108, 0.08764244634902729, 0.018739959752425473, 0.0928586831460152,
            ],
            lstm.Parameters.Select(p => GradientFlow.Norm(p.Gradient)));
        AssertClose(
            [
                -0.002938333232193689, -0.0011707941943367222, 0.04278488125152629, 0.05941476564364885, -0.0201981110266851,
                    0.029110572622620255,
                -0.06372281644291666, 0.009596383995972825, 0.6202070535053796, 0.03767010164111058, -0.009199131226114259,
                0.032283810962686066,
            ],
            lstm.Parameters.Select(p => p.Gradient.Sum()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_gradient_agrees_with_finite_differences(bool lstm)
    {
        RecurrentNetwork network = WithKnownWeights<RecurrentNetwork>(
            lstm ? new VectorLstm(InputSize, HiddenSize, seed: 1) : new VectorRnn(InputSize, HiddenSize, seed: 1));
        var inputs = KnownInputs();
        double[] direction = [0.3, -1.2, 0.7, 0.4];
        double Loss(RecurrentPass pass) => pass.Last.Hidden.Zip(direction, (h, v) => h * v).Sum();

        var pass = network.Forward(inputs);
        var gradients = pass.Backward(direction);

        foreach (var parameter in network.Parameters)
        {
            for (var k = 0; k < parameter.Values.Length; k++)
            {
                Assert.Equal(FiniteDifference.Of(() => Loss(network.Forward(inputs)), parameter.Values, k), parameter.Gradient[k], 1e-8);
            }
        }

        for (var t = 0; t < Time; t++)
        {
            for (var k = 0; k < InputSize; k++)
            {
                Assert.Equal(FiniteDifference.Of(() => Loss(network.Forward(inputs)), inputs[t], k), gradients.Inputs[t][k], 1e-8);
            }
        }

        // ∂L/∂h_t: start again after step t with h_t moved a little and, in the LSTM, c_t as it was.
        for (var t = 0; t < Time - 1; t++)
        {
            var state = network.Forward(inputs[..(t + 1)]).Last;
            for (var k = 0; k < HiddenSize; k++)
            {
                Assert.Equal(
                    FiniteDifference.Of(() => Loss(network.Forward(inputs[(t + 1)..], state)), state.Hidden, k), gradients.Hidden[t][k],
                    1e-8);
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        var weights = new VectorLstm(2, 3, seed: 5).Parameters.SelectMany(p => p.Values).ToArray();
        Assert.Equal(weights, new VectorLstm(2, 3, seed: 5).Parameters.SelectMany(p => p.Values));
        Assert.NotEqual(weights, new VectorLstm(2, 3, seed: 6).Parameters.SelectMany(p => p.Values));
    }

    [Fact]
    public void An_lstm_layer_has_four_blocks_of_input_weights_hidden_weights_and_biases() =>
        Assert.Equal(4 * ((3 * 2) + (3 * 3) + 3), new VectorLstm(2, 3, seed: 5).Parameters.Sum(parameter => parameter.Values.Length));

    [Fact]
    public void Wrong_sizes_are_refused_with_the_right_ones()
    {
        var rnn = new VectorRnn(2, 3, seed: 1);
        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => rnn.Forward([])).Message);
        Assert.Contains("input = 2, got 1 numbers at step 1", Assert.Throws<ArgumentException>(() => rnn.Forward([[1, 2], [3]])).Message);
        Assert.Contains("3 numbers, got 1", Assert.Throws<ArgumentException>(() => rnn.Forward([[1, 2]], new RecurrentState([1]))).Message);
        Assert.Contains("3 numbers, one per hidden unit, got 2",
            Assert.Throws<ArgumentException>(() => rnn.Forward([[1, 2]]).Backward([1, 2])).Message);
    }

    internal static T WithKnownWeights<T>(T network) where T : RecurrentNetwork
    {
        for (var p = 0; p < network.Parameters.Count; p++)
        {
            var values = network.Parameters[p].Values;
            for (var k = 0; k < values.Length; k++) values[k] = 0.5 * Math.Sin(1.7 * k + p + 1);
        }

        return network;
    }

    internal static double[][] KnownInputs() =>
        [.. Enumerable.Range(0, Time)
            .Select(t => Enumerable.Range(0, InputSize).Select(k => Math.Cos(0.9 * (t * InputSize + k))).ToArray())];

    private static void AssertClose(double[] expected, IEnumerable<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-13 * Math.Max(1, Math.Abs(a)));
}
