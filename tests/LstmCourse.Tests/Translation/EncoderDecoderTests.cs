using LstmCourse.Text;
using LstmCourse.Translation;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Translation;

[Collection("engine")]
public sealed class EncoderDecoderTests
{
    public static TheoryData<AttentionKind> Kinds => [AttentionKind.None, AttentionKind.Dot, AttentionKind.Additive];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_by_step_the_decoder_says_what_it_says_at_once(AttentionKind kind)
    {
        using var scope = NewDisposeScope();
        var model = Model(kind);
        var source = model.Encode(TextBatch.Of([[4, 5, 6], [7, 8, 4, 9]]));
        var read = tensor(new long[] { 2, 4, 5, 2, 6, 7 }, [2, 3]);
        var atOnce = model.Decode(source, read);

        (Tensor, Tensor)? state = null;
        for (var step = 0; step < 3; step++)
        {
            var output = model.Decode(source, read[.., step..(step + 1)], state);
            state = (output.Hidden, output.Cell);
            Assert.True((output.Logits[.., 0] - atOnce.Logits[.., step]).abs().max().ToSingle() < 1e-5f);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Padding_of_the_source_changes_nothing(AttentionKind kind)
    {
        using var scope = NewDisposeScope();
        var model = Model(kind);
        var read = tensor(new long[] { 2, 4, 5 }, [1, 3]);
        var alone = model.call(TextBatch.Of([[4, 5, 6]]), read).Logits;
        var padded = model.call(TextBatch.Of([[4, 5, 6], [7, 8, 4, 9, 5]]), read.expand(2, 3)).Logits;

        Assert.True((alone[0] - padded[0]).abs().max().ToSingle() < 1e-5f);
    }

    [Fact]
    public void With_and_without_attention_the_model_has_the_same_parameters_and_first_numbers()
    {
        using var scope = NewDisposeScope();
        var (none, dot) = (Model(AttentionKind.None), Model(AttentionKind.Dot));

        var pairs = none.named_parameters().Zip(dot.named_parameters()).ToArray();
        Assert.Equal(none.parameters().Count(), dot.parameters().Count());
        Assert.All(pairs, pair => Assert.Equal(0, (pair.First.parameter - pair.Second.parameter).abs().max().ToSingle()));
    }

    [Fact]
    public void With_one_word_to_look_at_dot_attention_is_the_last_state()
    {
        using var scope = NewDisposeScope();
        var read = tensor(new long[] { 2, 4, 5 }, [1, 3]);
        var logits = new[] { AttentionKind.None, AttentionKind.Dot }.Select(kind => Model(kind).call(TextBatch.Of([[4]]), read).Logits);

        Assert.True((logits.First() - logits.Last()).abs().max().ToSingle() < 1e-6f);
    }

    [Fact]
    public void Shapes_are_as_documented()
    {
        using var scope = NewDisposeScope();
        var model = Model(AttentionKind.Additive);
        var output = model.call(TextBatch.Of([[4, 5, 6, 7], [4, 5]]), tensor(new long[] { 2, 4, 5, 2, 6, 7 }, [2, 3]));

        Assert.Equal([2, 3, 11], output.Logits.shape);
        Assert.Equal([2, 3, 4], output.Weights!.shape);
        Assert.Equal([1, 2, 8], output.Hidden.shape);
        Assert.Null(Model(AttentionKind.None).call(TextBatch.Of([[4]]), tensor(new long[] { 2 }, [1, 1])).Weights);
    }

    [Fact]
    public void A_vocabulary_without_words_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EncoderDecoder(3, 20, AttentionKind.Dot));

    internal static EncoderDecoder Model(AttentionKind kind, int seed = 1)
    {
        manual_seed(seed);
        return new EncoderDecoder(sourceWords: 10, targetWords: 11, kind, embeddingSize: 6, hiddenSize: 8);
    }
}
