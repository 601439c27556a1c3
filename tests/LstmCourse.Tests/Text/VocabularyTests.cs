using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class VocabularyTests : IDisposable
{
    private static readonly string[][] Texts = [["b", "a", "c", "a"], ["b", "a", "d", "é"]];

    private readonly string _folder = Directory.CreateTempSubdirectory("vocabulary").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reserves_four_distinct_ids_before_the_words()
    {
        Assert.Equal([0, 1, 2, 3], [Vocabulary.PadId, Vocabulary.UnknownId, Vocabulary.BeginId, Vocabulary.EndId]);
        Assert.Equal(["<pad>", "<unk>", "<begin>", "<end>", "a", "b", "c", "d", "é"], Vocabulary.Build(Texts).Tokens);
    }

    [Fact]
    public void Orders_by_count_and_then_ordinally_whatever_the_order_of_the_texts() =>
        Assert.Equal(Vocabulary.Build(Texts).Tokens, Vocabulary.Build(Texts.Reverse().Select(text => text.Reverse())).Tokens);

    [Fact]
    public void Keeps_to_the_size_limit_and_the_minimum_count()
    {
        Assert.Equal(["a", "b"], Vocabulary.Build(Texts, maxSize: 6).Tokens.Skip(4));
        Assert.Equal(["a", "b"], Vocabulary.Build(Texts, minimumCount: 2).Tokens.Skip(4));
    }

    [Fact]
    public void Encodes_and_decodes()
    {
        var vocabulary = Vocabulary.Build(Texts);
        Assert.Equal([5L, 1L, 4L], vocabulary.Encode(["b", "never", "a"]));
        Assert.Equal(["b", "<unk>", "a"], vocabulary.Decode([2, 5, 1, 4, 3, 0, 0]));
        Assert.Equal(["<begin>", "b", "<pad>"], vocabulary.Decode([2, 5, 0], keepReserved: true));
        Assert.Equal((3L, 0L, 0L), (vocabulary.CountOf("a"), vocabulary.CountOf("never"), vocabulary.CountOf("<pad>")));
        Assert.Equal(0.75, vocabulary.Coverage(["a", "b", "x", "c"]));
    }

    [Fact]
    public void A_text_that_spells_a_reserved_token_does_not_get_a_second_id_for_it()
    {
        var vocabulary = Vocabulary.Build([["<pad>", "<pad>", "a"]]);
        Assert.Equal(5, vocabulary.Count);
        Assert.Equal(Vocabulary.PadId, vocabulary.IdOf("<pad>"));
    }

    [Fact]
    public void Refuses_impossible_limits_and_empty_texts()
    {
        Assert.Contains("at least 5", Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Build(Texts, maxSize: 4)).Message,
            StringComparison.Ordinal);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => Vocabulary.Build([[]])).Message, StringComparison.Ordinal);
        Assert.Contains("Lower minimumCount", Assert.Throws<ArgumentException>(() => Vocabulary.Build(Texts, minimumCount: 9)).Message,
            StringComparison.Ordinal);
        Assert.Contains("0 to 8", Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Build(Texts).TokenOf(9)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_back_from_its_file_as_it_was()
    {
        var path = Path.Combine(_folder, "new", "vocabulary.json");
        var vocabulary = Vocabulary.Build([.. Texts, ["a\tb", "\"", "語", "</script>"]]);
        vocabulary.Save(path);
        var loaded = Vocabulary.Load(path);

        Assert.Equal(vocabulary.Tokens, loaded.Tokens);
        Assert.All(vocabulary.Tokens, token => Assert.Equal(vocabulary.CountOf(token), loaded.CountOf(token)));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("", "not a whole vocabulary file")]
    [InlineData("{\"Format\":\"lstmcourse-vocabulary-1\",\"Words\":[{\"Tok", "not a whole vocabulary file")]
    [InlineData("<!DOCTYPE html>", "not a whole vocabulary file")]
    [InlineData("{}", "got \"none\"")]
    [InlineData("null", "got \"none\"")]
    [InlineData("{\"Format\":\"other\"}", "got \"other\"")]
    [InlineData("{\"Format\":\"lstmcourse-vocabulary-1\"}", "no words")]
    [InlineData(
        "{\"Format\":\"lstmcourse-vocabulary-1\",\"Words\":[{\"Token\":\"a\",\"Count\":1},{\"Token\":\"a\",\"Count\":1}]}", "entry 1")]
    [InlineData("{\"Format\":\"lstmcourse-vocabulary-1\",\"Words\":[{\"Token\":\"<pad>\",\"Count\":1}]}", "entry 0")]
    [InlineData(
        "{\"Format\":\"lstmcourse-vocabulary-1\",\"Words\":[{\"Token\":\"a\",\"Count\":1},{\"Token\":\"b\",\"Count\":2}]}", "entry 1")]
    public void Refuses_a_file_that_is_no_vocabulary(string content, string expected)
    {
        var path = Path.Combine(_folder, "vocabulary.json");
        File.WriteAllText(path, content);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Vocabulary.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_it_looked_for_a_missing_file() =>
        Assert.Contains("nowhere.json", Assert.Throws<FileNotFoundException>(
            () => Vocabulary.Load(Path.Combine(_folder, "nowhere.json"))).Message, StringComparison.Ordinal);
}
