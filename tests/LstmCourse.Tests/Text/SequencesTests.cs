using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class SequencesTests
{
    private static readonly long[][] Rows = [[5, 6, 7, 8], [9]];

    [Fact]
    public void Pads_and_truncates_on_the_sides_asked_for()
    {
        Assert.Equal([6, 7, 8, 0, 0, 9], Sequences.Pad(Rows, 3, Side.Left, Truncation.Front).Ids);
        Assert.Equal([6, 7, 8, 9, 0, 0], Sequences.Pad(Rows, 3, Side.Right, Truncation.Front).Ids);
        Assert.Equal([5, 6, 7, 9, 0, 0], Sequences.Pad(Rows, 3, Side.Right, Truncation.Back).Ids);
        Assert.Equal([5, 6, 7, 8, 9, -1, -1, -1], Sequences.Pad(Rows, null, Side.Right, Truncation.Refuse, padId: -1).Ids);
    }

    [Fact]
    public void Tells_words_from_padding()
    {
        var left = Sequences.Pad(Rows, 3, Side.Left, Truncation.Back);
        Assert.Equal([1, 1, 1, 0, 0, 1], left.Mask);
        Assert.Equal([3, 1], left.Lengths);
        Assert.Equal((2, 3), (left.Count, left.Length));
        Assert.Equal([0, 0, 9], left.Row(1).ToArray());
        Assert.Equal([0, 0, 1], left.MaskRow(1).ToArray());
        Assert.Equal([1, 1, 1, 1, 0, 0], Sequences.Pad(Rows, 3, Side.Right, Truncation.Back).Mask);
    }

    [Fact]
    public void Refuses_what_cannot_be_padded()
    {
        Message("Sequence 0 has 4 ids, the limit is 3", () => Sequences.Pad(Rows, 3, Side.Left, Truncation.Refuse));
        Message("Sequence 1 is empty", () => Sequences.Pad([[1], []], 3, Side.Left, Truncation.Front));
        Message("at least one sequence", () => Sequences.Pad([], 3, Side.Left, Truncation.Front));
        Message("at least 1, got 0", () => Sequences.Pad(Rows, 0, Side.Left, Truncation.Front));
    }

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
