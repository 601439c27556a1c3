using LstmCourse.Data;
using LstmCourse.Tasks.Bilingual;
using LstmCourse.Text;
using LstmCourse.Translation;

namespace LstmCourse.Tests.Tasks.Bilingual;

public sealed class BilingualSentencesTests
{
    private static readonly IReadOnlyList<SentencePair> Pairs = BilingualSentences.Generate();

    [Fact]
    public void Held_out_combinations_stand_in_their_own_part_alone()
    {
        foreach (var pair in Pairs)
        {
            var words = ParallelText.Tokenize(pair.English);
            var has = BilingualLexicon.HeldOut.Any(held => Stand(words, Forms(held.Verb), held.Thing));
            if (pair.Part == PairPart.Combinations) Assert.True(has, pair.English);
            else Assert.False(has, pair.English);
        }
    }

    [Fact]
    public void Each_word_of_a_held_out_combination_is_learned_elsewhere()
    {
        var training = Pairs.Where(pair => pair.Part == PairPart.Train).SelectMany(pair => ParallelText.Tokenize(pair.English)).ToHashSet();
        Assert.All(BilingualLexicon.HeldOut, held =>
        {
            Assert.Contains(held.Thing, training);
            Assert.All(Forms(held.Verb), form => Assert.Contains(form, training));
        });
    }

    [Fact]
    public void All_english_words_of_the_other_parts_occur_in_training_and_nearly_all_german_ones()
    {
        var text = ParallelText.Build([.. Pairs.Where(pair => pair.Part == PairPart.Train)]);
        Assert.All(Pairs, pair => Assert.DoesNotContain(Vocabulary.UnknownId, text.Encode(pair).Source));
        Assert.InRange(Pairs.Count(pair => text.Encode(pair).Target.Contains(Vocabulary.UnknownId)), 0, 3);
    }

    [Fact]
    public void Sentences_begin_with_a_capital_and_end_with_a_mark()
    {
        Assert.All(Pairs, pair =>
        {
            Assert.Matches(@"^\p{Lu}[\p{L}, ]+[.?]$", pair.English);
            Assert.Matches(@"^\p{Lu}[\p{L}, ]+[.?]$", pair.German);
            Assert.DoesNotContain("  ", pair.English + pair.German, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_sentence_has_an_article_that_does_not_fit_its_noun()
    {
        Assert.All(Pairs, pair =>
        {
            Assert.DoesNotMatch(@"\ba [aeiou]|\ban [^aeiou]", pair.English);
            Assert.DoesNotMatch(@"\b(das|ein|mein|dieses|kein) (\w+ )?(Brief|Schlüssel|Apfel|Kuchen|Stuhl|Zeitung|Flasche|Lampe)\b", pair.German);
            Assert.DoesNotMatch(@"\b(den|einen|meinen|diesen|keinen) (\w+ )?(Buch|Bild|Fenster|Ei|Glas|Tür|Tasche)\b", pair.German);
        });
    }

    private static string[] Forms(string verb) => BilingualLexicon.Verbs.Single(one => one.Base == verb).English.Split(' ');

    // In one clause: no comma and no other verb of the lexicon between the two.
    private static bool Stand(string[] words, string[] forms, string thing)
    {
        var verbs = BilingualLexicon.Verbs.SelectMany(verb => verb.English.Split(' ')).ToHashSet();
        for (var i = 0; i < words.Length; i++)
        {
            if (!forms.Contains(words[i])) continue;
            var rest = words.Skip(i + 1).TakeWhile(word => word != "," && !verbs.Contains(word));
            if (rest.Contains(thing)) return true;
        }

        return false;
    }
}
