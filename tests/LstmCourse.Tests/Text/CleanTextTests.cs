using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("plain text stays", "plain text stays")]
    [InlineData("so\u0085 it \u0096 was\u0092nt", "so… it – was’nt")]
    [InlineData("\u0081\u009d", "  ")]
    [InlineData("a\u0000b\u0007c\u007fd", "a b c d")]
    [InlineData("tab\tand\r\nline", "tab\tand\r\nline")]
    [InlineData("soft\u00adhyphen \u200bzero \ufeffmark", "softhyphen zero mark")]
    [InlineData("e\u0301", "\u00e9")]
    public void Repairs_what_real_text_brings_along(string text, string expected) => Assert.Equal(expected, CleanText.Repair(text));

    // A string in an attribute cannot hold half a pair.
    [Fact]
    public void Replaces_half_surrogates() => Assert.Equal("half \ufffd pair", CleanText.Repair("half \udc00 pair"));
}
