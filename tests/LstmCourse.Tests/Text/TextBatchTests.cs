using LstmCourse.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Text;

[Collection("engine")]
public sealed class TextBatchTests : IDisposable
{
    private static readonly long[][] Rows = [[5, 6, 7, 8], [9]];

    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Pads_and_truncates_on_the_sides_asked_for()
    {
        Assert.Equal([6, 7, 8, 0, 0, 9], Ids(TextBatch.Of(Rows, Side.Left, 3)));
        Assert.Equal([6, 7, 8, 9, 0, 0], Ids(TextBatch.Of(Rows, Side.Right, 3)));
        Assert.Equal([5, 6, 7, 9, 0, 0], Ids(TextBatch.Of(Rows, Side.Right, 3, Truncation.Back)));
        Assert.Equal([5, 6, 7, 8, 9, -1, -1, -1], Ids(TextBatch.Of(Rows, truncation: Truncation.Refuse, padId: -1)));
    }

    [Fact]
    public void Tells_words_from_padding()
    {
        var left = TextBatch.Of(Rows, Side.Left, 3, Truncation.Back);
        Assert.Equal([2, 3], left.Tokens.shape);
        Assert.Equal([3, 1], left.Lengths.data<long>().ToArray());
        Assert.Equal([0, 0, 9], left.Row(1));
        Assert.Equal([1, 1, 1, 0, 0, 1], left.Mask().data<float>().ToArray());
        Assert.Equal([1, 1, 1, 1, 0, 0], TextBatch.Of(Rows, Side.Right, 3).Mask().data<float>().ToArray());
    }

    [Fact]
    public void What_is_read_lies_one_word_behind_what_is_to_be_said()
    {
        var (inputs, targets) = TextBatch.Shifted(Rows);
        Assert.Equal([Vocabulary.BeginId, 5, 6, 7], inputs.Row(0));
        Assert.Equal([5, 6, 7, 8], targets.Row(0));
        Assert.Equal([Vocabulary.BeginId, 0, 0, 0], inputs.Row(1));
        Assert.Equal([9, 0, 0, 0], targets.Row(1));
    }

    [Fact]
    public void Refuses_what_cannot_be_padded()
    {
        Message("Text 0 has 4 ids, the limit is 3", () => TextBatch.Of(Rows, Side.Left, 3, Truncation.Refuse));
        Message("Text 1 is empty", () => TextBatch.Of([[1], []], Side.Left, 3));
        Message("at least one text", () => TextBatch.Of([]));
        Message("at least 1, got 0", () => TextBatch.Of(Rows, length: 0));
    }

    private static long[] Ids(TextBatch batch) => batch.Tokens.data<long>().ToArray();

    private static void Message(string expected, Action action) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
