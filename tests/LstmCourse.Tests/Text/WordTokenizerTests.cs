using System.Globalization;
using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class WordTokenizerTests
{
    // The tokens on the right were printed by NLTK 3.8's NLTKWordTokenizer.
    [Theory]
    [InlineData("I don't think it's good, really.", "I do n't think it 's good , really .")]
    [InlineData("Mr. Smith's dogs' food cost $3.88, i.e. 1,000 cents.", "Mr. Smith 's dogs ' food cost $ 3.88 , i.e. 1,000 cents .")]
    [InlineData("We've seen they'll go; I'd stay... won't you?!", "We 've seen they 'll go ; I 'd stay ... wo n't you ? !")]
    [InlineData("I cannot, gonna, wanna, gimme, lemme, gotta.", "I can not , gon na , wan na , gim me , lem me , got ta .")]
    [InlineData("'Tis the season; 'twas fun.", "'T is the season ; 't was fun .")]
    [InlineData("well-known state-of-the-art (and so on) -- a dash", "well-known state-of-the-art ( and so on ) -- a dash")]
    [InlineData("The film runs 10:30, 7/10, 50% off & more.", "The film runs 10:30 , 7/10 , 50 % off & more .")]
    [InlineData("rock'n'roll O'Brien l'amour", "rock'n'roll O'Brien l'amour")]
    [InlineData("It was (very) good [really] {yes}; a@b.com #1", "It was ( very ) good [ really ] { yes } ; a @ b.com # 1")]
    [InlineData("the '80s music", "the '80s music")]
    [InlineData("ain't I'm you're", "ai n't I 'm you 're")]
    [InlineData("a < b > c", "a < b > c")]
    public void Agrees_with_NLTK(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    [Theory]
    [InlineData("He said \"no\" and “yes” and ''maybe''.", "He said \" no \" and \" yes \" and \" maybe \" .")]
    [InlineData("wait..... what… so", "wait ... what ... so")]
    [InlineData("one – two — three", "one -- two -- three")]
    [InlineData("It ended. Then it began.", "It ended . Then it began .")]
    [InlineData("the end.Next came", "the end . Next came")]
    [InlineData("actor/director", "actor / director")]
    [InlineData("shouldn't've", "should n't 've")]
    [InlineData("'so good'", "' so good '")]
    [InlineData("It’s “fine”, isn’t it", "It 's \" fine \" , is n't it")]
    public void Differs_from_NLTK_where_the_documentation_says_so(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    [Theory]
    [InlineData("She met Dr. Lee at St. Mark's, etc.", "She met Dr. Lee at St. Mark 's , etc .")]
    [InlineData("J. R. Hale wrote it for the U.S. market.", "J. R. Hale wrote it for the U.S. market .")]
    [InlineData("It was me, not I. Then we left.", "It was me , not I . Then we left .")]
    [InlineData("about 3 p.m. on Friday", "about 3 p.m. on Friday")]
    public void Keeps_the_full_stop_of_abbreviations(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    [Theory]
    [InlineData("-5 degrees, .5 litres, 3.14, 1/2", "-5 degrees , .5 litres , 3.14 , 1/2")]
    [InlineData("pages 3-4 and a 90-minute cut", "pages 3-4 and a 90-minute cut")]
    [InlineData("_very_ snake_case", "_ very _ snake_case")]
    public void Reads_numbers_and_joined_words(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    [Theory]
    [InlineData("Größe, naïve café", "Größe , naïve café")]
    [InlineData("Это фильм.", "Это фильм .")]
    [InlineData("नमस्ते दुनिया!", "नमस्ते दुनिया !")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("東京物語 is great", "東京物語 is great")]
    [InlineData("fun👩‍👩‍👧🎬", "fun 👩‍👩‍👧 🎬")]
    [InlineData("𝒜bc", "𝒜bc")]
    public void Reads_letters_of_any_script(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    [Fact]
    public void Spells_a_word_the_same_whether_its_accent_is_composed_or_not() =>
        Assert.Equal(new WordTokenizer().Tokenize("caf\u00e9"), new WordTokenizer().Tokenize("cafe\u0301"));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u3000")]
    [InlineData("\0\u0007\u200b\ufeff\u200d")]
    public void Gives_no_tokens_for_text_without_visible_characters(string text) => Assert.Empty(new WordTokenizer().Tokenize(text));

    [Fact]
    public void Takes_control_characters_for_what_they_meant() =>
        Assert.Equal("good ... but -- \" long \" .", Cut("good\u0085 but \u0096 \u0093long\u0094\0."));

    [Fact]
    public void Survives_half_surrogates() => Assert.Equal("a \ufffd b", Cut("a \ud83d b"));

    [Fact]
    public void Lower_case_does_not_depend_on_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(["title", "is", "it", "1,5"], new WordTokenizer(lowerCase: true).Tokenize("TITLE IS It 1,5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Strips_markup_on_demand()
    {
        Assert.Equal(
            ["great", "film", "really", "&", "true"], WordTokenizer.ForReviews.Tokenize("Great film<br /><br />Really &amp; <i>true</i>"));
        Assert.Contains("<", new WordTokenizer().Tokenize("Great film<br />"));
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("<!--")]
    [InlineData("'")]
    [InlineData("etc. ")]
    [InlineData("a'")]
    [InlineData("a-")]
    [InlineData("\u0301")]
    public async Task Takes_linear_time_on_hostile_text(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000));
        var work = Task.Run(() => WordTokenizer.ForReviews.Tokenize(text));
        Assert.Same(work, await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(20))));
    }

    [Fact]
    public void No_visible_character_is_lost_and_no_token_holds_white_space()
    {
        var random = new Random(7);
        const string alphabet = "abcXYZ019 .,'\"-!?()/&:;éßЖ語\u0301\n";
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var tokens = new WordTokenizer().Tokenize(text);
            Assert.All(tokens, token => Assert.False(token.Length == 0 || token.Any(char.IsWhiteSpace), $"[{token}] in [{text}]"));
            Assert.Equal(Letters(text.Normalize()), Letters(string.Concat(tokens)));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c)));

    private static string Cut(string text) => string.Join(' ', new WordTokenizer().Tokenize(text));
}
