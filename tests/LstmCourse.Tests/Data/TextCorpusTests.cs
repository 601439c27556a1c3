using LstmCourse.Data;
using LstmCourse.Text;

namespace LstmCourse.Tests.Data;

public sealed class TextCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("text").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Takes_a_text_apart()
    {
        var corpus = TextCorpus.FromText("Part one\r\n\r\nWhy so? Because\r\nit is. Mr. Lee knows!\n\n\n(\"Yes.\") he said.\n");
        Assert.Equal(["Part one", "Why so? Because it is. Mr. Lee knows!", "(\"Yes.\") he said."], corpus.Paragraphs);
        Assert.Equal(["Part one", "Why so?", "Because it is.", "Mr. Lee knows!", "(\"Yes.\") he said."], corpus.Sentences);
    }

    [Fact]
    public void The_handbook_is_long_enough_and_nothing_of_it_is_lost()
    {
        var handbook = TextCorpus.LoadHandbook();
        Assert.True(handbook.Sentences.Sum(sentence => sentence.Split(' ').Length) >= 10_000);
        Assert.Equal(
            WordTokenizer.ForReviews.Tokenize(handbook.Text),
            handbook.Sentences.SelectMany(WordTokenizer.ForReviews.Tokenize));
        var split = handbook.SplitSentences();
        Assert.Equal(handbook.Sentences, split.Train.Concat(split.Validation).Concat(split.Test));
    }

    [Theory]
    [InlineData(" \n\0", "holds no words")]
    public void Refuses_a_file_without_words(string content, string expected)
    {
        var path = Path.Combine(_folder, "empty.txt");
        File.WriteAllText(path, content);
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => TextCorpus.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_mixed_encodings()
    {
        var path = Path.Combine(_folder, "mixed.txt");
        File.WriteAllBytes(path, [.. "A café in "u8, 0x93, .. "Paris"u8, 0x94, .. "."u8]);
        Assert.Contains("not UTF-8 throughout (byte 0x93)",
            Assert.Throws<InvalidDataException>(() => TextCorpus.Load(path)).Message, StringComparison.Ordinal);
    }
}
