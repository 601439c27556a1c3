using LstmCourse.Text;

namespace LstmCourse.Tests.Text;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("one<br />two", "one two")]
    [InlineData("<p class=\"a\">x</p>", " x ")]
    [InlineData("a < b and <3", "a < b and <3")]
    [InlineData("a <!-- hidden > --> b", "a   b")]
    [InlineData("x<script>if (a < b) run();</script>y", "x y")]
    [InlineData("x<STYLE>p { }</Style >y", "x y")]
    [InlineData("fish &amp; chips &lt;b&gt; &#39;ok&#39; &nosuch;", "fish & chips <b> 'ok' &nosuch;")]
    [InlineData("unclosed <b tag", "unclosed <b tag")]
    [InlineData("unclosed <!-- comment > here", "unclosed  ")]
    [InlineData("", "")]
    public void Leaves_the_text_alone(string text, string expected) => Assert.Equal(expected, Markup.Strip(text));
}
