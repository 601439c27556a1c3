using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class SequencesTests
{
    [Fact]
    public void Growing_prefixes_predict_every_id_but_the_first()
    {
        var examples = Sequences.GrowingPrefixes([4, 5, 6, 7]);
        Assert.Equal([[4], [4, 5], [4, 5, 6]], examples.Select(example => example.Context));
        Assert.Equal([5, 6, 7], examples.Select(example => example.Next));
        Assert.Equal([[4], [4, 5], [5, 6]], Sequences.GrowingPrefixes([4, 5, 6, 7], maxContext: 2).Select(example => example.Context));
        Message("at least 2 ids", () => Sequences.GrowingPrefixes([4]));
    }

    [Fact]
    public void Sliding_windows_carry_the_next_id_of_every_step()
    {
        var windows = Sequences.SlidingWindows([1, 2, 3, 4, 5, 6, 7], length: 3);
        Assert.Equal([[1, 2, 3], [4, 5, 6]], windows.Select(window => window.Input));
        Assert.Equal([[2, 3, 4], [5, 6, 7]], windows.Select(window => window.Target));
        Assert.Equal(
            [[1, 2, 3], [3, 4, 5]], Sequences.SlidingWindows([1, 2, 3, 4, 5, 6], length: 3, stride: 2).Select(window => window.Input));
        Assert.Equal([[1, 2], [2, 3]], Sequences.SlidingWindows([1, 2, 3, 4], length: 2, stride: 1).Select(window => window.Input));
        Message("got 3", () => Sequences.SlidingWindows([1, 2, 3], length: 3));
    }

    private static void Message(string expected, Action action) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
