using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Autograd;

public sealed class BackwardTests
{
    [Fact]
    public void The_gradient_of_a_sum_of_squares_is_twice_the_input()
    {
        var p = tensor([1f, -2f, 3f], requires_grad: true);
        (p * p).sum().backward();
        Assert.Equal([2f, -4f, 6f], Floats(p.grad!));
    }

    [Fact]
    public void Gradients_accumulate_over_passes()
    {
        var p = tensor([1f, 2f], requires_grad: true);
        var loss = (p * p).sum();
        loss.backward(retain_graph: true);
        loss.backward();
        Assert.Equal([4f, 8f], Floats(p.grad!));
    }

    [Fact]
    public void A_graph_can_be_walked_once_only_unless_it_is_retained()
    {
        var p = tensor([1f], requires_grad: true);
        var loss = (p * p).sum();
        loss.backward();
        var error = Assert.Throws<ExternalException>(() => loss.backward());
        Assert.StartsWith("Trying to backward through the graph a second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_into_a_row_sends_the_gradient_of_that_row_to_what_was_written()
    {
        var h = tensor(new float[,] { { 1, 2 } }, requires_grad: true);
        var rows = zeros(2, 2);
        rows.select(0, 1).copy_(h.select(0, 0) * 3f);
        (rows * tensor(new float[,] { { 10, 20 }, { 30, 40 } })).sum().backward();
        Assert.Equal([90f, 120f], Floats(h.grad!));
    }

    [Fact]
    public void The_gradient_of_a_product_of_matrices_agrees_with_the_formula()
    {
        var a = tensor(new float[,] { { 1, 2 }, { 3, 4 } }, requires_grad: true);
        var b = tensor(new float[,] { { 5, 6 }, { 7, 8 } }, requires_grad: true);
        a.mm(b).sum().backward();
        Assert.Equal([11f, 15f, 11f, 15f], Floats(a.grad!));
        Assert.Equal([4f, 4f, 6f, 6f], Floats(b.grad!));
    }

    [Fact]
    public void Broadcast_operands_receive_gradients_of_their_own_shape()
    {
        var a = ones(2, 3, requires_grad: true);
        var b = ones(3, requires_grad: true);
        (a * 2f + b).sum().backward();
        Assert.Equal([3L], b.grad!.shape);
        Assert.Equal([2f, 2f, 2f], Floats(b.grad!));
    }

    [Fact]
    public void The_second_derivative_of_a_cube_is_six_times_the_input()
    {
        var x = tensor([2.0], requires_grad: true);
        var first = autograd.grad([(x * x * x).sum()], [x], create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];
        Assert.Equal(12.0, second.item<double>(), 12);
    }

    private static float[] Floats(Tensor t) => t.Dense().Elements<float>().ToArray();
}
