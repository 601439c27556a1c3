using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Tests.Kernel.Cells;

public sealed class AbortSafeQueueTests
{
    [Fact]
    public void Items_come_out_in_the_order_they_went_in_and_their_weight_is_known()
    {
        var queue = new AbortSafeQueue<string>();
        Assert.False(queue.TryTake(out _));
        queue.Add("a", 2);
        queue.Add("b", 3);
        Assert.Equal(5, queue.Weight);
        Assert.True(queue.TryTake(out var first));
        Assert.Equal("a", first);
        Assert.Equal(3, queue.Weight);
        queue.Add("c", 0);
        Assert.True(queue.TryTake(out var second) && queue.TryTake(out var third) && (second, third) == ("b", "c"));
        Assert.False(queue.TryTake(out _));
    }

    [Fact]
    public async Task A_writer_and_a_reader_may_work_at_the_same_time()
    {
        const int Count = 200_000;
        var queue = new AbortSafeQueue<int>();
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < Count; i++) queue.Add(i, 1);
        });
        for (var expected = 0; expected < Count;)
        {
            if (queue.TryTake(out var item)) Assert.Equal(expected++, item);
        }

        await writing;
        Assert.Equal(0, queue.Weight);
    }
}
