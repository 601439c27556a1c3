using LstmCourse.Scratch.Scalar;
using LstmCourse.Scratch.Vector;
using TorchSharp;

namespace LstmCourse.Tests.Scratch.Vector;

public class VectorGruTests
{
    private const int InputSize = 3, HiddenSize = 4;

    public static TheoryData<ResetOrder> Orders => [ResetOrder.BeforeProduct, ResetOrder.AfterProduct];

    [Fact]
    public void With_the_reset_gate_after_the_product_it_agrees_with_libtorch_forward_and_backward()
    {
        var gru = RecurrentNetworkTests.WithKnownWeights(new VectorGru(InputSize, HiddenSize, seed: 1));
        var inputs = RecurrentNetworkTests.KnownInputs();
        var theirs = torch.nn.GRU(InputSize, HiddenSize, dtype: torch.float64);
        using (torch.no_grad())
        {
            theirs.get_parameter("weight_ih_l0")!.copy_(Stacked(gru, "W_"));
            theirs.get_parameter("weight_hh_l0")!.copy_(Stacked(gru, "U_"));
            theirs.get_parameter("bias_ih_l0")!.copy_(Stacked(gru, "b_").squeeze(1));
            theirs.get_parameter("bias_hh_l0")!.zero_();
            theirs.get_parameter("bias_hh_l0")![(2 * HiddenSize)..] = Tensor(gru.Parameters[^1].Values);
        }

        var x = torch.stack(inputs.Select(Tensor)).unsqueeze(1).requires_grad_();
        var (output, _) = theirs.call(x, null!);
        (output[^1, 0] * 0.5).sum().backward();

        var pass = gru.Forward(inputs);
        var gradients = pass.Backward([0.5, 0.5, 0.5, 0.5]);
        for (var t = 0; t < inputs.Length; t++)
        {
            AssertClose(output[t, 0], pass.Hidden[t]);
            AssertClose(x.grad![t, 0], gradients.Inputs[t]);
        }

        AssertClose(theirs.get_parameter("weight_ih_l0")!.grad!, Gradients(gru, "W_"));
        AssertClose(theirs.get_parameter("weight_hh_l0")!.grad!, Gradients(gru, "U_"));
        AssertClose(theirs.get_parameter("bias_ih_l0")!.grad!, Gradients(gru, "b_"));
        AssertClose(theirs.get_parameter("bias_hh_l0")!.grad![(2 * HiddenSize)..], gru.Parameters[^1].Gradient);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_gradient_agrees_with_finite_differences(ResetOrder order)
    {
        var gru = RecurrentNetworkTests.WithKnownWeights(new VectorGru(InputSize, HiddenSize, seed: 1, order: order));
        var inputs = RecurrentNetworkTests.KnownInputs();
        double[] direction = [0.3, -1.2, 0.7, 0.4];
        double Loss(RecurrentPass pass) => pass.Last.Hidden.Zip(direction, (h, v) => h * v).Sum();

        var gradients = gru.Forward(inputs).Backward(direction);

        foreach (var parameter in gru.Parameters)
        {
            for (var k = 0; k < parameter.Values.Length; k++)
            {
                Assert.Equal(FiniteDifference.Of(() => Loss(gru.Forward(inputs)), parameter.Values, k), parameter.Gradient[k], 1e-8);
            }
        }

        for (var t = 0; t < inputs.Length; t++)
        {
            for (var k = 0; k < InputSize; k++)
            {
                Assert.Equal(FiniteDifference.Of(() => Loss(gru.Forward(inputs)), inputs[t], k), gradients.Inputs[t][k], 1e-8);
            }
        }

        for (var t = 0; t < inputs.Length - 1; t++)
        {
            var state = gru.Forward(inputs[..(t + 1)]).Last;
            for (var k = 0; k < HiddenSize; k++)
            {
                Assert.Equal(
                    FiniteDifference.Of(() => Loss(gru.Forward(inputs[(t + 1)..], state)), state.Hidden, k), gradients.Hidden[t][k], 1e-8);
            }
        }
    }

    [Fact]
    public void With_one_number_both_orders_are_the_scalar_step()
    {
        var weights = new GruWeights(Update: new(0.3, -0.7, 0.9), Reset: new(-1.1, 0.4, 0.2), Candidate: new(0.8, 1.3, -0.3));
        double[] known = [-1.1, 0.4, 0.2, 0.3, -0.7, 0.9, 0.8, 1.3, -0.3];
        var expected = new MiniGru(weights).Run([0.5, -1, 0.2], hidden: 0.25).Hidden;

        foreach (var order in new[] { ResetOrder.BeforeProduct, ResetOrder.AfterProduct })
        {
            var gru = new VectorGru(1, 1, seed: 1, order: order);
            foreach (var (parameter, value) in gru.Parameters.Zip(known)) parameter.Fill(value);
            var pass = gru.Forward([[0.5], [-1], [0.2]], new RecurrentState([0.25]));
            Assert.Equal(expected, pass.Hidden.Select(h => h[0]), (a, b) => Math.Abs(a - b) < 1e-15);
        }
    }

    [Fact]
    public void With_several_numbers_the_two_orders_differ()
    {
        double Last(ResetOrder order) => RecurrentNetworkTests.WithKnownWeights(new VectorGru(InputSize, HiddenSize, seed: 1, order: order))
            .Forward(RecurrentNetworkTests.KnownInputs()).Last.Hidden[0];

        Assert.True(Math.Abs(Last(ResetOrder.BeforeProduct) - Last(ResetOrder.AfterProduct)) > 1e-3);
    }

    [Fact]
    public void A_layer_has_three_blocks_and_a_second_bias_where_the_reset_gate_stands_after_the_product()
    {
        static int Count(ResetOrder order) => new VectorGru(2, 3, seed: 5, order: order).Parameters.Sum(p => p.Values.Length);

        Assert.Equal(3 * ((3 * 2) + (3 * 3) + 3), Count(ResetOrder.BeforeProduct));
        Assert.Equal(3 * ((3 * 2) + (3 * 3) + 3) + 3, Count(ResetOrder.AfterProduct));
    }

    [Fact]
    public void The_update_bias_is_the_update_gates()
    {
        var biases = new VectorGru(2, 3, seed: 5, updateBias: 4).Parameters.Where(p => p.Name.StartsWith("b_", StringComparison.Ordinal));
        Assert.Equal(["b_r 0", "b_z 4", "b_n 0"], biases.Select(p => FormattableString.Invariant($"{p.Name} {p.Values.Distinct().Single()}")));
    }

    private static torch.Tensor Tensor(double[] values) => torch.tensor(values, dtype: torch.float64);

    private static torch.Tensor Stacked(VectorGru gru, string name) => torch.cat(
        [.. Named(gru, name).Select(p => Tensor(p.Values).view(p.Rows, p.Columns))]);

    private static double[] Gradients(VectorGru gru, string name) => [.. Named(gru, name).SelectMany(p => p.Gradient)];

    private static IEnumerable<Parameter> Named(VectorGru gru, string name) =>
        gru.Parameters.Where(p => p.Name.StartsWith(name, StringComparison.Ordinal));

    private static void AssertClose(torch.Tensor expected, IEnumerable<double> actual) => Assert.Equal(
        expected.contiguous().view(-1).data<double>().ToArray(), actual, (a, b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a)));
}
