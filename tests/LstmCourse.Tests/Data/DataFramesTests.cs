using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class DataFramesTests
{
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
