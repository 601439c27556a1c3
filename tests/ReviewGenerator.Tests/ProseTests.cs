namespace ReviewGenerator.Tests;

public sealed class ProseTests
{
    [Theory]
    [InlineData("the end", "The end.")]
    [InlineData("\"awful\", said he", "\"Awful\", said he.")]
    [InlineData("he called it \"awful\"", "He called it \"awful.\"")]
    [InlineData("is it done?", "Is it done?")]
    public void Makes_a_sentence_of_a_clause(string clause, string sentence) => Assert.Equal(sentence, Prose.Sentence(clause));

    [Theory]
    [InlineData("a old man and a young one", "an old man and a young one")]
    [InlineData("A hour, a honest day, a useful hat, a once good film", "An hour, an honest day, a useful hat, a once good film")]
    [InlineData("pizza and a idea", "pizza and an idea")]
    public void Puts_an_before_vowels(string text, string expected) => Assert.Equal(expected, Prose.FixArticles(text));

    [Theory]
    [InlineData("It is not bad and they are good.", "It isn't bad and they're good.")]
    [InlineData("I did not know. I have never seen it. I have a cat.", "I didn't know. I've never seen it. I have a cat.")]
    [InlineData("Cannot say how good it is.", "Can't say how good it is.")]
    public void Contracts_as_people_do(string text, string expected) => Assert.Equal(expected, Prose.Contract(text));
}
