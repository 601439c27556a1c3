using LstmCourse.Tasks;

namespace LstmCourse.Tests.Tasks;

public sealed class TaggingSentencesTests
{
    private static readonly TaggedSentence[] Many = TaggingSentences.Generate(20_000, seed: 1);

    private static readonly (string Word, string Tag, string Before, string Decider, int Ahead)[] Places =
    [
        .. from sentence in Many
           from i in Enumerable.Range(0, sentence.Words.Count)
           let before = string.Join(' ', sentence.Words.Take(i).TakeLast(3))
           select (sentence.Words[i], sentence.Tags[i], before, sentence.Words[sentence.Deciders[i]], sentence.Deciders[i] - i)
    ];

    public static TheoryData<string> AmbiguousWords => [.. TaggingSentences.Ambiguous.Select(word => word.Word)];

    [Fact]
    public void Every_word_has_a_tag_of_the_list_and_a_decider_in_the_sentence()
    {
        foreach (var sentence in Many)
        {
            Assert.Equal(sentence.Words.Count, sentence.Tags.Count);
            Assert.Equal(sentence.Words.Count, sentence.Deciders.Count);
            Assert.All(sentence.Tags, tag => Assert.Contains(tag, TaggingSentences.Tags));
            Assert.All(sentence.Deciders, decider => Assert.InRange(decider, 0, sentence.Words.Count - 1));
        }
    }

    [Fact]
    public void Words_outside_the_list_of_ambiguous_ones_have_one_tag_and_decide_themselves()
    {
        var ambiguous = TaggingSentences.Ambiguous.Select(word => word.Word).ToHashSet();
        var places = Places.Where(place => !ambiguous.Contains(place.Word)).ToArray();

        Assert.All(places.GroupBy(place => place.Word), word => Assert.Single(word.Select(place => place.Tag).Distinct()));
        Assert.All(places, place => Assert.Equal(0, place.Ahead));
    }

    [Theory]
    [MemberData(nameof(AmbiguousWords))]
    public void An_ambiguous_word_is_as_the_list_says(string name)
    {
        var word = TaggingSentences.Ambiguous.Single(one => one.Word == name);
        var places = Places.Where(place => place.Word == name).ToArray();

        Assert.Equal(new[] { word.Tags.First, word.Tags.Second }.Order(), places.Select(place => place.Tag).Distinct().Order());
        Assert.InRange(places.Count(place => place.Tag == word.Tags.First) / (double)places.Length, 0.47, 0.53);
        Assert.All(places, place => Assert.Equal(word.DecidedLater, place.Ahead > 0));
        Assert.Equal(word.Nearest, places.Min(place => Math.Abs(place.Ahead)));
        Assert.Equal(word.Farthest, places.Max(place => Math.Abs(place.Ahead)));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("her")]
    [InlineData("duck")]
    [InlineData("that")]
    [InlineData("old")]
    [InlineData("man")]
    [InlineData("have")]
    public void The_three_words_before_a_word_that_is_decided_later_do_not_give_it_away(string word)
    {
        var beginnings = Places.Where(place => place.Word == word).GroupBy(place => place.Before).Where(group => group.Count() >= 40);
        var guessed = beginnings.Sum(group => group.GroupBy(place => place.Tag).Max(tag => tag.Count()));

        // With enough sentences the commonest tag of each beginning tends to one half; what is above it is the luck of small numbers.
        Assert.InRange(guessed / (double)beginnings.Sum(group => group.Count()), 0.5, 0.56);
    }

    [Theory]
    [InlineData("watch")]
    [InlineData("saw")]
    public void The_two_words_before_a_word_that_is_decided_earlier_give_it_away(string word)
    {
        var places = Places.Where(place => place.Word == word);
        Assert.All(places, place => Assert.Equal(
            place.Before.Split(' ').TakeLast(2).Intersect(["they", "we", "you"]).Any() ? "VERB" : "NOUN", place.Tag));
    }

    [Theory]
    [InlineData("her", "lamp", "DET")]
    [InlineData("her", "again", "PRON")]
    [InlineData("duck", "swim", "NOUN")]
    [InlineData("duck", "quickly", "VERB")]
    [InlineData("light", "lamp", "ADJ")]
    [InlineData("light", "shines", "NOUN")]
    [InlineData("that", "the", "CONJ")]
    [InlineData("man", "the", "VERB")]
    [InlineData("old", "sleeps", "ADJ")]
    [InlineData("old", "this", "NOUN")]
    [InlineData("have", "taken", "AUX")]
    [InlineData("have", "take", "VERB")]
    public void The_deciding_word_settles_the_tag(string word, string decider, string tag)
    {
        var places = Places.Where(place => place.Word == word && place.Decider == decider).ToArray();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Equal(tag, place.Tag));
    }

    [Fact]
    public void No_sentence_of_the_test_stands_in_the_training_part()
    {
        var (train, test) = TaggingSentences.Split(train: 800, test: 200, seed: 3);

        Assert.Equal((800, 200), (train.Length, test.Length));
        Assert.Empty(train.Select(sentence => sentence.Text).Intersect(test.Select(sentence => sentence.Text)));
    }

    [Fact]
    public void The_same_seed_writes_the_same_sentences()
    {
        static IEnumerable<string> Texts(int seed) => TaggingSentences.Generate(20, seed).Select(sentence => sentence.ToString());

        Assert.Equal(Texts(9), Texts(9));
        Assert.NotEqual(Texts(9), Texts(10));
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TaggingSentences.Generate(0, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaggingSentences.Generate(100_001, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaggingSentences.Split(0, 1, seed: 1));
    }
}
