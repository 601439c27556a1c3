using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Autograd;

public sealed class GradientTests
{
    [Fact]
    public void Each_reading_of_grad_is_a_handle_on_the_same_memory()
    {
        var p = ones(2, requires_grad: true);
        p.sum().backward();
        p.grad!.mul_(5);
        p.grad!.Dispose();
        Assert.Equal([5f, 5f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_second_pass_adds_to_the_same_memory()
    {
        var p = ones(2, requires_grad: true);
        p.sum().backward();
        var grad = p.grad!;
        (p * 3).sum().backward();
        Assert.Equal([4f, 4f], grad.data<float>().ToArray());
    }

    [Fact]
    public void Grad_can_be_taken_away_and_given()
    {
        var p = ones(2, requires_grad: true);
        p.sum().backward();
        p.grad = null;
        Assert.Null(p.grad);
        p.grad = tensor([1f, 2f]);
        p.sum().backward();
        Assert.Equal([2f, 3f], p.grad!.data<float>().ToArray());
        Assert.Equal("assigned grad has data of a different size", Assert.Throws<ExternalException>(() => p.grad = ones(3)).Message);
    }

    [Fact]
    public void A_frozen_parameter_gets_no_gradient()
    {
        var (a, b) = (new Parameter(ones(2)), new Parameter(ones(2)));
        a.requires_grad = false;
        (a * b).sum().backward();
        Assert.Null(a.grad);
        Assert.NotNull(b.grad);
        a.requires_grad = true;
        (a * b).sum().backward();
        Assert.NotNull(a.grad);
    }

    [Fact]
    public void An_intermediate_result_keeps_its_gradient_on_request()
    {
        var p = tensor([2f], requires_grad: true);
        var y = p * p;
        y.retain_grad();
        (y * 3).sum().backward();
        Assert.Equal(3f, y.grad!.item<float>());
        Assert.Equal(12f, p.grad!.item<float>());
        Assert.Throws<ExternalException>(() => ones(1).retain_grad());
    }

    [Fact]
    public void A_kept_gradient_is_that_of_the_value_after_changes_in_place()
    {
        var p = tensor([2f], requires_grad: true);
        var y = p * p;
        y.retain_grad();
        y.mul_(3);
        y.sum().backward();
        Assert.Equal(1f, y.grad!.item<float>());
        Assert.Equal(12f, p.grad!.item<float>());
    }

    [Fact]
    public void A_source_larger_than_the_index_has_gradients_only_where_it_was_read()
    {
        var source = ones(2, 3, requires_grad: true);
        // libtorch computes the sum and then refuses the way back.
        var scattered = zeros(2, 3).scatter_add(1, tensor(new long[,] { { 0, 2 } }), source);
        (scattered * arange(1, 7, dtype: float32).view(2, 3)).sum().backward();
        Assert.Equal([1f, 3f, 0f, 0f, 0f, 0f], source.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_vector_is_differentiated_with_a_gradient_given_for_it()
    {
        var p = tensor([1f, 2f], requires_grad: true);
        (p * p).backward([tensor([1f, 10f])]);
        Assert.Equal([2f, 40f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Only_the_named_inputs_receive_gradients()
    {
        var (a, b) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
        (a * b).sum().backward(inputs: [a]);
        Assert.NotNull(a.grad);
        Assert.Null(b.grad);
    }

    [Fact]
    public void The_function_grad_touches_no_leaf()
    {
        var p = tensor([3f], requires_grad: true);
        var gradient = autograd.grad([(p * p).sum()], [p])[0];
        Assert.Equal(6f, gradient.item<float>());
        Assert.Null(p.grad);
    }

    [Fact]
    public void The_function_grad_differentiates_by_intermediate_results_too()
    {
        var p = tensor([3f], requires_grad: true);
        var y = p * p;
        var gradients = autograd.grad([(y * y).sum()], [y, p]);
        Assert.Equal(18f, gradients[0].item<float>());
        Assert.Equal(108f, gradients[1].item<float>());
    }

    [Fact]
    public void An_input_without_influence_is_an_error_or_null()
    {
        var (p, q) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
        Assert.Throws<ExternalException>(() => autograd.grad([(p * 2).sum()], [q]));
        Assert.Null(autograd.grad([(p * 2).sum()], [q], allow_unused: true)[0]);
    }

    [Fact]
    public void A_gradient_penalty_can_be_differentiated()
    {
        var x = tensor([1.0, 2.0], requires_grad: true);
        var slope = autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];
        slope.square().sum().backward();
        // Σ (3x²)² → 36 x³
        Assert.Equal([36.0, 288.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Nothing_is_recorded_inside_no_grad_and_recording_resumes_after_it()
    {
        var p = ones(1, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((p * 2).requires_grad);
            using (enable_grad()) Assert.True((p * 2).requires_grad);
        }
        Assert.True((p * 2).requires_grad);
    }

    [Fact]
    public void Integers_take_no_part_in_gradients()
    {
        Assert.Equal(
            "only Tensors of floating point and complex dtype can require gradients",
            Assert.Throws<ExternalException>(() => arange(3).requires_grad_()).Message);
        Assert.False((ones(2, requires_grad: true) > 0).requires_grad);
        Assert.False(ones(2, requires_grad: true).argmax().requires_grad);
    }

    [Fact]
    public void A_deep_graph_is_walked_without_recursion()
    {
        var p = ones(1, requires_grad: true);
        var y = p * 1f;
        for (var i = 0; i < 20_000; i++) y = y + 0f;
        y.backward();
        Assert.Equal(1f, p.grad!.item<float>());
    }

    [Fact]
    public void A_result_used_many_times_collects_every_share()
    {
        var p = tensor([2f], requires_grad: true);
        var y = p * 1f;
        var sum = zeros(1);
        for (var i = 0; i < 50; i++) sum = sum + y * y;
        sum.backward();
        Assert.Equal(200f, p.grad!.item<float>());
    }

    [Fact]
    public void After_an_error_on_the_way_back_the_next_pass_works()
    {
        var p = tensor([1f], requires_grad: true);
        var y = p.exp();
        var loss = (y * p).sum();
        y.add_(1);
        Assert.Throws<ExternalException>(() => loss.backward());
        p.grad = null;
        (p * 2).sum().backward();
        Assert.Equal(2f, p.grad!.item<float>());
    }

    [Fact]
    public void A_gradient_comes_in_the_type_of_its_input()
    {
        var single = ones(2, requires_grad: true);
        var twice = ones(2, dtype: float64, requires_grad: true);
        (single * twice).sum().backward();
        Assert.Equal(ScalarType.Float32, single.grad!.dtype);
        Assert.Equal(ScalarType.Float64, twice.grad!.dtype);
    }

    [Fact]
    public void A_parameter_takes_over_the_tensor_it_is_made_from()
    {
        var data = ones(2);
        var p = new Parameter(data);
        Assert.True(p.is_leaf);
        Assert.True(p.requires_grad);
        Assert.True(data.IsInvalid);
    }
}
