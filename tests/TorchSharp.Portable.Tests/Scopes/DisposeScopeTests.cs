using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Scopes;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it_and_nothing_else()
    {
        var outside = ones(2);
        Tensor inside;
        using (NewDisposeScope()) inside = outside + 1;
        Assert.True(inside.IsInvalid);
        Assert.False(outside.IsInvalid);
    }

    [Fact]
    public void A_result_moved_out_belongs_to_the_outer_scope()
    {
        Tensor result;
        using (NewDisposeScope())
        {
            using (NewDisposeScope()) result = (ones(2) * 3).MoveToOuterDisposeScope();
            Assert.False(result.IsInvalid);
        }
        Assert.True(result.IsInvalid);
    }

    [Fact]
    public void What_belongs_to_another_scope_stays_there_when_it_is_moved()
    {
        using var outermost = NewDisposeScope();
        using var outer = NewDisposeScope();
        using var tensor = ones(2);
        using var inner = NewDisposeScope();

        inner.MoveToOuter(tensor);
        inner.MoveToOther(outermost, tensor);
        inner.Detach(tensor);

        Assert.Same(tensor, Assert.Single(outer.DisposablesView));
        Assert.Equal(0, outermost.DisposablesCount);
    }

    [Fact]
    public void A_detached_result_outlives_every_scope()
    {
        Tensor result;
        using (NewDisposeScope()) result = ones(2).DetachFromDisposeScope();
        Assert.Equal(1f, result[0].item<float>());
    }

    [Fact]
    public void Everything_but_what_is_named_can_be_disposed_at_once()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(1), ones(2));
        Assert.Same(a, scope.DisposeEverythingBut(a));
        Assert.False(a.IsInvalid);
        Assert.True(b.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void The_view_of_a_scope_lists_its_tensors_oldest_first()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (ones(1), ones(2), ones(3));
        b.Dispose();
        Assert.Equal([a, c], scope.DisposablesView);
        Assert.True(scope.Contains(a));
        Assert.False(scope.Contains(b));
    }

    [Fact]
    public void An_attached_tensor_is_disposed_with_the_scope()
    {
        var t = ones(2);
        using (var scope = NewDisposeScope()) scope.Attach(t);
        Assert.True(t.IsInvalid);
    }

    [Fact]
    public void Statistics_count_tensors_in_and_outside_scopes()
    {
        var counts = DisposeScopeManager.Statistics.TensorStatistics;
        DisposeScopeManager.Statistics.Reset();
        var outside = ones(1);
        using (NewDisposeScope())
        {
            _ = ones(1);
            ones(1).DetachFromDisposeScope();
        }
        outside.Dispose();
        Assert.Equal((1, 1), (counts.CreatedOutsideScopeCount, counts.DisposedOutsideScopeCount));
        Assert.Equal((2, 1), (counts.CreatedInScopeCount, counts.DisposedInScopeCount));
        Assert.Equal(1, counts.DetachedFromScopeCount);
        Assert.Equal(1, counts.ThreadTotalLiveCount);
        Assert.Equal(
            "ThreadTotalLiveCount: 1; CreatedOutsideScopeCount: 1; DisposedOutsideScopeCount: 1; CreatedInScopeCount: 2; "
            + "DisposedInScopeCount: 1; AttachedToScopeCount: 0; DetachedFromScopeCount: 1", DisposeScopeManager.Statistics.ToString());
    }

    [Fact]
    public void Gradients_flow_through_intermediate_results_that_a_scope_has_disposed()
    {
        var p = tensor([2f, 3f], requires_grad: true);
        using var outer = NewDisposeScope();
        Tensor loss;
        using (var inner = NewDisposeScope()) loss = inner.MoveToOuter((p * p).tanh().exp().sum());
        loss.backward();
        Assert.Equal(2, p.grad!.numel());
    }

    [Fact]
    public void A_view_keeps_the_memory_of_a_disposed_tensor()
    {
        var whole = tensor([1f, 2f, 3f]);
        var part = whole[1..];
        whole.Dispose();
        Assert.Equal([2f, 3f], part.data<float>().ToArray());
    }
}
