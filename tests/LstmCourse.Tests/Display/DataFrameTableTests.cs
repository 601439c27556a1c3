using LstmCourse.Display;
using Microsoft.Data.Analysis;

namespace LstmCourse.Tests.Display;

public sealed class DataFrameTableTests
{
    [Fact]
    public void Names_stand_over_types_and_numbers_to_the_right() => Assert.Equal(
        """
        word    count   share
        string    int  double
        ------  -----  ------
        the        12  0.0125
        null     null       7

        """,
        Text(
            new StringDataFrameColumn("word", ["the", null]), new Int32DataFrameColumn("count", [12, null]),
            new DoubleDataFrameColumn("share", [0.0125, 7])), ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "1 row more")]
    [InlineData(1461, "1,441 rows more")]
    public void Twenty_rows_are_shown_and_the_others_counted(int rows, string? note)
    {
        var column = new Int32DataFrameColumn("n", Enumerable.Range(0, rows));

        var lines = Text(column).TrimEnd('\n').Split('\n');

        Assert.Equal("19", lines[22].Trim());
        Assert.Equal(note, lines.ElementAtOrDefault(23));
        Assert.EndsWith(
            note is null ? "</table>\n" : $"</table>\n<p>{note}</p>\n", new DataFrameTable([column]).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_columns_are_shown_and_the_others_counted()
    {
        var columns = Enumerable.Range(0, 32).Select(i => new Int32DataFrameColumn($"c{i}", [i])).ToArray();

        Assert.EndsWith("\n2 columns more\n", Text([.. columns]), StringComparison.Ordinal);
        Assert.DoesNotContain("c30", Text([.. columns]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_of_day_is_written_where_there_is_one() => Assert.Equal(
        ["2015-12-31 00:00:00", "2016-01-01 06:30:00"],
        Text(new DateTimeDataFrameColumn("t", [new(2015, 12, 31), new(2016, 1, 1, 6, 30, 0)])).Split('\n')[3..5]);

    [Fact]
    public void A_long_text_is_cut_and_stays_on_its_line()
    {
        var lines = Text(new StringDataFrameColumn("text", [new string('a', 99) + "👩" + new string('b', 99), "one\ntwo"])).Split('\n');

        Assert.Equal(new string('a', 99) + "…", lines[3]);
        Assert.Equal("one two", lines[4]);
    }

    [Fact]
    public void A_name_is_no_markup() => Assert.Contains(
        "&lt;b&gt;x&lt;/b&gt;", new DataFrameTable([new Int32DataFrameColumn("<b>x</b>", [1])]).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void A_frame_without_rows_or_columns_has_its_head()
    {
        Assert.Equal("  a\nint\n---\n", Text(new Int32DataFrameColumn("a", 0)));
        Assert.DoesNotContain("<td", new DataFrameTable([]).ToHtml(), StringComparison.Ordinal);
    }

    private static string Text(params DataFrameColumn[] columns) => new DataFrameTable(columns).ToString();
}
