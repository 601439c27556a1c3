using LstmCourse.Charts;

namespace LstmCourse.Tests.Charts;

public class SeriesStylesTests
{
    [Fact]
    public void A_network_looks_the_same_wherever_it_stands()
    {
        var (a, b) = (SeriesStyles.For(["RNN", "LSTM"]), SeriesStyles.For(["LSTM, bias 1", "GRU", "RNN"]));
        Assert.Equal(a[1], b[0]);
        Assert.Equal(a[0], b[2]);
    }

    [Fact]
    public void A_gate_keeps_its_style_in_a_chart_of_lines() =>
        Assert.Equal([Palette.Hidden, Palette.Cell], SeriesStyles.For(["hidden state h", "cell state c"]));

    [Fact]
    public void Several_of_a_kind_still_differ() =>
        Assert.Equal(4, SeriesStyles.For(["LSTM", "LSTM, bias 1", "LSTM, bias 3", "RNN"]).Distinct().Count());

    [Fact]
    public void A_word_that_only_begins_alike_is_another() => Assert.Equal(Palette.Series[0], SeriesStyles.For(["RNNs of old"])[0]);

    [Fact]
    public void More_series_than_styles_start_again() =>
        Assert.Equal(20, SeriesStyles.For([.. Enumerable.Range(0, 20).Select(i => $"{i}")]).Length);

    [Fact]
    public void Names_of_no_meaning_take_the_styles_in_order() => Assert.Equal(Palette.Series.Take(3), SeriesStyles.For(["a", "b", "c"]));
}
