using LstmCourse.Data;
using LstmCourse.Text;
using LstmCourse.Translation;

namespace LstmCourse.Tests.Translation;

public sealed class ParallelTextTests
{
    private static readonly SentencePair Pair = new("I cannot sleep.", "Ich kann nicht schlafen.", PairOrigin.Grammar, PairPart.Train);

    [Fact]
    public void A_pair_becomes_ids_and_the_target_ends_with_the_mark_for_the_end()
    {
        var text = ParallelText.Build([Pair]);
        var encoded = text.Encode(Pair);

        Assert.Equal(["i", "can", "not", "sleep", "."], text.Source.Decode(encoded.Source));
        Assert.Equal(["ich", "kann", "nicht", "schlafen", "."], text.Decode(encoded.Target));
        Assert.Equal(Vocabulary.EndId, encoded.Target[^1]);
        Assert.Equal(encoded.Source.Reverse(), encoded.Reversed().Source);
        Assert.Same(encoded.Target, encoded.Reversed().Target);
    }

    [Fact]
    public void A_word_that_training_did_not_have_is_unknown() =>
        Assert.Equal(Vocabulary.UnknownId, ParallelText.Build([Pair]).EncodeSource("I dream.")[1]);
}
