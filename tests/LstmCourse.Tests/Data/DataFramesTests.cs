using LstmCourse.Data;
using Microsoft.Data.Analysis;

namespace LstmCourse.Tests.Data;

public sealed class DataFramesTests
{
    [Fact]
    public void Shows_the_first_rows_and_says_how_many_are_left()
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn("n", Enumerable.Range(1, 1_003)),
            new DoubleDataFrameColumn("x", Enumerable.Range(1, 1_003).Select(i => i == 2 ? (double?)null : i / 4.0)));
        Assert.Equal(
            """
            n                  x
            --------------  ----
            1               0.25
            2
            3               0.75
            ... 1,000 more

            """.ReplaceLineEndings("\n"),
            frame.AsTable(rows: 3, numberFormat: "0.00").ToString());
        Assert.Equal(2, frame.Head(2).AsTable().Rows.Count);
    }

    [Fact]
    public void Cuts_long_texts()
    {
        var table = new DataFrame(new StringDataFrameColumn("text", [new string('a', 300), "short"])).AsTable();
        Assert.Equal([103, 5], table.Rows.Select(row => row[0].Length));
    }

    [Fact]
    public void Reviews_become_columns_to_group_and_average()
    {
        Review[] reviews =
            [new("a", "one two", 9, 1, ReviewSlice.VerdictFirst), new("b", "one", 2, 0, ReviewSlice.VerdictFirst), new("c", "x y z", 8, 1)];
        var means = reviews.ToDataFrame().GroupBy("slice").Mean("label", "words");
        Assert.Equal(["verdict-first", 0.5, 1.5], means.Rows[0]);
        Assert.Equal(["", 1.0, 3.0], means.Rows[1]);
    }
}
