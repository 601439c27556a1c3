using LstmCourse.Sound;

namespace LstmCourse.Tests.Sound;

public class AudioPlayerTests
{
    [Fact]
    public void The_player_holds_the_sound_and_says_how_long_and_how_big_it_is()
    {
        var player = new AudioPlayer(new float[16000], 8000, "a <b> tune");

        var html = player.ToHtml();
        var start = html.IndexOf("base64,", StringComparison.Ordinal) + 7;
        var bytes = Convert.FromBase64String(html[start..html.IndexOf('"', start)]);
        Assert.Equal(WaveFile.ToBytes(new float[16000], 8000, bits: 8), bytes);
        Assert.Equal(html.IndexOf('"', start) - start, player.PageBytes);
        Assert.Equal("a <b> tune: 2.0 s of sound, 21 kB of this page", player.ToString());
        Assert.Contains("<audio controls preload=\"metadata\" src=\"data:audio/wav;base64,", html);
        Assert.Contains("a &lt;b&gt; tune: 2.0 s", html);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public void More_than_a_minute_is_refused() => Assert.StartsWith(
        "Expected at most 60 seconds, got 61: the sound is stored in the page.",
        Assert.Throws<ArgumentException>(() => new AudioPlayer(new float[61 * 1000], 1000)).Message);
}
