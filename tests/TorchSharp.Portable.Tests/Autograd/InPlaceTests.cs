using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Autograd;

public sealed class InPlaceTests
{
    [Fact]
    public void A_leaf_that_requires_gradients_may_not_be_changed()
    {
        var p = ones(2, requires_grad: true);
        Assert.Equal(
            "a leaf Variable that requires grad is being used in an in-place operation.",
            Assert.Throws<ExternalException>(() => p.mul_(2)).Message);
        Assert.Equal(
            "a view of a leaf Variable that requires grad is being used in an in-place operation.",
            Assert.Throws<ExternalException>(() => p[0].fill_(1)).Message);
    }

    [Fact]
    public void Without_recording_a_leaf_may_be_changed_and_stays_a_leaf()
    {
        var p = ones(2, requires_grad: true);
        using (no_grad())
        {
            p.sub_(0.5f);
            p[0].fill_(7);
        }
        Assert.Equal([7f, 0.5f], p.data<float>().ToArray());
        Assert.True(p.is_leaf);
        Assert.True(p.requires_grad);
    }

    [Fact]
    public void Changing_what_a_graph_saved_is_found_out_on_the_way_back()
    {
        var p = tensor([1f, 2f], requires_grad: true);
        var y = p.exp();
        var loss = y.sum();
        y.add_(1);
        var error = Assert.Throws<ExternalException>(() => loss.backward());
        Assert.StartsWith(
            "one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], "
            + "which is output 0 of ExpBackward0, is at version 1; expected version 0 instead.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_a_tensor_that_nobody_saved_does_no_harm()
    {
        var p = tensor([1f, 2f], requires_grad: true);
        var y = p * 3f;
        y.add_(1);
        y.mul_(p);
        y.sum().backward();
        // d/dp (3p + 1)·p = 6p + 1
        Assert.Equal([7f, 13f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_change_through_a_view_changes_the_gradient_of_the_whole()
    {
        var p = tensor([1f, 2f, 3f], requires_grad: true);
        var y = p * 1f;
        var part = y[1..];
        part.mul_(10);
        y.sum().backward();
        Assert.Equal([1f, 10f, 10f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_view_taken_before_a_change_of_the_whole_sees_it_and_its_gradient()
    {
        var p = tensor([1f, 2f, 3f], requires_grad: true);
        var y = p * 1f;
        var part = y[1..];
        y.mul_(10);
        part.sum().backward();
        Assert.Equal([0f, 10f, 10f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Outputs_written_row_by_row_carry_the_gradients_of_every_row()
    {
        var w = tensor([2f], requires_grad: true);
        var rows = zeros(4, 1);
        var h = ones(1);
        for (var t = 0; t < 4; t++)
        {
            h = h * w;
            rows[t] = h;
        }
        rows.sum().backward();
        // d/dw (w + w² + w³ + w⁴) = 1 + 4 + 12 + 32
        Assert.Equal(49f, w.grad!.item<float>());
    }

    [Fact]
    public void Overwriting_with_a_constant_cuts_the_gradient()
    {
        var p = tensor([1f, 2f, 3f], requires_grad: true);
        var y = p * 2f;
        y[1] = tensor(5f);
        y.sum().backward();
        Assert.Equal([2f, 0f, 2f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_masked_fill_in_place_cuts_the_gradient_where_the_mask_holds()
    {
        var p = tensor([1f, 2f, 3f], requires_grad: true);
        var y = p * 2f;
        y.masked_fill_(tensor([true, false, false]), 0);
        y.sum().backward();
        Assert.Equal([0f, 2f, 2f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Adding_a_tensor_to_an_overlapping_part_of_itself_uses_the_values_from_before()
    {
        var t = tensor([1f, 2f, 3f, 4f]);
        t[1..].add_(t[..3]);
        Assert.Equal([1f, 3f, 5f, 7f], t.data<float>().ToArray());
    }

    [Fact]
    public void A_detached_tensor_shares_memory_but_no_history()
    {
        var p = tensor([1f, 2f], requires_grad: true);
        var y = p * 2f;
        var d = y.detach();
        d.zero_();
        Assert.False(d.requires_grad);
        Assert.Equal([0f, 0f], y.data<float>().ToArray());
    }
}
