using LstmCourse.Notebooks.Jupyter.Client;

namespace LstmCourse.Notebooks.Tests.Jupyter.Client;

public sealed class OutputTailTests
{
    [Fact]
    public void Of_much_output_the_end_is_kept()
    {
        var tail = new OutputTail();
        for (var i = 0; i < 10_000; i++) tail.Add($"line {i}");
        Assert.EndsWith("line 9998\nline 9999", tail.ToString(), StringComparison.Ordinal);
        Assert.InRange(tail.ToString().Length, 1, 8 * 1024);
        Assert.False(tail.TellsOfOverflow);
    }

    [Fact]
    public void Of_an_overflow_of_the_stack_the_beginning_is_kept()
    {
        var tail = new OutputTail();
        tail.Add("before");
        tail.Add("Stack overflow.");
        for (var i = 0; i < 10_000; i++) tail.Add($"   at Call{i}()");
        Assert.True(tail.TellsOfOverflow);
        Assert.StartsWith("before\nStack overflow.\n   at Call0()\n", tail.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("   at Call11()", tail.ToString(), StringComparison.Ordinal);
    }
}
