using System.Globalization;
using LstmCourse.Display;

namespace LstmCourse.Tests.Display;

public class TableTests
{
    private static readonly Table Sample = new(
        ["model", "accuracy", "n"], [["bag of words", 0.871, 10], ["LSTM <3", 0.8841, null]], "0.000");

    [Fact]
    public void Text_is_aligned_and_numbers_stand_to_the_right() => Assert.Equal(
        "model         accuracy   n\n------------  --------  --\nbag of words     0.871  10\nLSTM <3          0.884\n", Sample.ToString());

    [Fact]
    public void Html_is_safe_and_has_no_script_or_style_sheet()
    {
        var html = Sample.ToHtml();
        Assert.Contains(
            "<td align=\"left\" style=\"text-align: left\">LSTM &lt;3</td><td align=\"right\">0.884</td><td align=\"right\"></td>",
            html, StringComparison.Ordinal);
        Assert.DoesNotContain("script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_have_a_point_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("0.5", new Table(["a"], [[0.5]]).Rows[0][0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_row_of_another_length_is_refused() => Assert.StartsWith(
        "Expected 2 cells in each row, one for each column; row 1 has 1.",
        Assert.Throws<ArgumentException>(() => new Table(["a", "b"], [[1, 2], [3]])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_rows_has_its_head() => Assert.Equal("a  b\n-  -\n", new Table(["a", "b"], []).ToString());
}
