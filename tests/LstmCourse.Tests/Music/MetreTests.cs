using LstmCourse.Music;

namespace LstmCourse.Tests.Music;

public class MetreTests
{
    [Theory]
    [InlineData("4/4", 4 * 480)]
    [InlineData("3/4", 3 * 480)]
    [InlineData("6/8", 3 * 480)]
    [InlineData("2/2", 4 * 480)]
    [InlineData("3/8", 720)]
    public void A_bar_lasts_as_many_quarters_as_the_metre_says(string text, int ticks)
    {
        Assert.Equal(ticks, Metre.Parse(text).BarTicks);
        Assert.Equal(text, Metre.Parse(text).ToString());
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0/4")]
    [InlineData("4/5")]
    [InlineData("four/4")]
    public void Another_metre_is_refused(string text) => Assert.Equal(
        $"expected a metre such as 4/4, 3/4 or 6/8, got \"{text}\".",
        Assert.Throws<FormatException>(() => Metre.Parse(text)).Message);
}
