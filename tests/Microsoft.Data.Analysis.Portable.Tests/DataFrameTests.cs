using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis.Portable.Tests;

/// <summary>What was not measured on the official package, or is only seen in combination.</summary>
public sealed class DataFrameTests
{
    [Theory]
    [InlineData(1, 2, typeof(int))]
    [InlineData(1, 2L, typeof(long))]
    [InlineData(1, 2f, typeof(float))]
    [InlineData(1f, 2.0, typeof(double))]
    [InlineData(3L, 2.5, typeof(double))]
    public void Types_are_promoted_as_in_CSharp(object left, object right, Type expected)
    {
        var sum = Column(left) + Column(right);
        Assert.Equal(expected, sum.DataType);
        Assert.Equal(Convert.ToDouble(left, null) + Convert.ToDouble(right, null), Convert.ToDouble(sum[0], null));
    }

    [Fact]
    public void Operators_take_a_number_on_either_side()
    {
        DataFrameColumn column = new DoubleDataFrameColumn("a", [2, 4, null]);
        Assert.Equal([8.0, 6.0, null], Values(10 - column));
        Assert.Equal([0.5, 0.25, null], Values(1.0 / column));
        Assert.Equal([1.0, 2.0, null], Values(column / 2));
        Assert.Equal([2.0, 1.0, null], Values(column % 3));
    }

    [Fact]
    public void Calculating_in_place_keeps_the_type_or_refuses()
    {
        DataFrameColumn column = new Int32DataFrameColumn("a", [1, 2]);
        Assert.Same(column, column.Add(1, inPlace: true));
        Assert.Equal([2, 3], Values(column));
        Assert.Throws<ArgumentException>(() => column.Multiply(0.5, inPlace: true));
        Assert.Equal([2, 3], Values(column));
    }

    [Fact]
    public void Texts_join_and_do_not_multiply()
    {
        var column = new StringDataFrameColumn("a", ["x", null!]);
        Assert.Equal(["x!", "!"], column + "!");
        Assert.Equal(["x1", "2"], Values(column.Add(new Int32DataFrameColumn("b", [1, 2]))));
        Assert.Throws<NotSupportedException>(() => column * 2);
    }

    [Fact]
    public void NaN_compares_as_floating_point_numbers_do()
    {
        DataFrameColumn column = new DoubleDataFrameColumn("a", [double.NaN, 1]);
        Assert.Equal([false, true], column.ElementwiseGreaterThan(0));
        Assert.Equal([false, true], column.ElementwiseLessThanOrEqual(1));
        Assert.Equal([false, true], column.ElementwiseEquals(1.0));
        Assert.Equal([true, false], column.ElementwiseNotEquals(1.0));
    }

    [Theory]
    [InlineData(JoinAlgorithm.Left, "a1-,b25,b26")]
    [InlineData(JoinAlgorithm.Right, "b25,b26,--7")]
    [InlineData(JoinAlgorithm.Inner, "b25,b26")]
    [InlineData(JoinAlgorithm.FullOuter, "a1-,b25,b26,--7")]
    public void Merge_keeps_the_rows_its_algorithm_asks_for(JoinAlgorithm algorithm, string expected)
    {
        var left = new DataFrame(new StringDataFrameColumn("key", ["a", "b"]), new Int32DataFrameColumn("x", [1, 2]));
        var right = new DataFrame(new StringDataFrameColumn("name", ["b", "b", "c"]), new Int32DataFrameColumn("y", [5, 6, 7]));
        var merged = left.Merge<string>(right, "key", "name", joinAlgorithm: algorithm);
        Assert.Equal(["key", "x", "name", "y"], merged.Columns.Select(column => column.Name));
        Assert.Equal(expected, string.Join(',', merged.Rows.Select(row => $"{row["key"] ?? "-"}{row["x"] ?? "-"}{row["y"] ?? "-"}")));
    }

    [Fact]
    public void Groups_give_their_rows()
    {
        var frame = new DataFrame(new Int32DataFrameColumn("n", [1, 2, 3]), new StringDataFrameColumn("k", ["b", "a", "b"]));
        Assert.Equal(["b:1,3", "a:2"],
            frame.GroupBy<string>("k").Groupings.Select(group => $"{group.Key}:{string.Join(',', group.Select(row => row["n"]))}"));
        Assert.Equal([1, 2], Values(frame.GroupBy("k").Head(1)["n"]));
        Assert.Equal([3, 2], Values(frame.GroupBy("k").Tail(1)["n"]));
        Assert.Throws<InvalidCastException>(() => frame.GroupBy<int>("k"));
    }

    [Fact]
    public void A_csv_file_comes_back_as_it_was_when_all_arguments_are_given()
    {
        var path = Path.GetTempFileName();
        try
        {
            var frame = new DataFrame(new StringDataFrameColumn("place", ["Tromsø, \"north\"", "東京\nend"]),
                new DoubleDataFrameColumn("t", [0.1, null]), new BooleanDataFrameColumn("b", [true, false]));
            DataFrame.SaveCsv(frame, path, encoding: new UTF8Encoding(false), cultureInfo: CultureInfo.InvariantCulture);
            var loaded = DataFrame.LoadCsv(
                path, dataTypes: [typeof(string), typeof(double), typeof(bool)], cultureInfo: CultureInfo.InvariantCulture);
            Assert.Equal(frame.Rows.SelectMany(row => row), loaded.Rows.SelectMany(row => row));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Reading_csv_can_rename_limit_and_number()
    {
        var frame = DataFrame.LoadCsvFromString("a,a\n1,2\n3,4\n5,6\n", renameDuplicatedColumns: true, addIndexColumn: true,
            numberOfRowsToRead: 2, cultureInfo: CultureInfo.InvariantCulture);
        Assert.Equal(["IndexColumn", "a", "a.1"], frame.Columns.Select(column => column.Name));
        Assert.Equal([0, 1], Values(frame["IndexColumn"]));
        Assert.Throws<ArgumentException>(() => DataFrame.LoadCsvFromString("a,a\n1,2\n"));
        Assert.Contains("Line 2 has more columns", Assert.Throws<FormatException>(() => DataFrame.LoadCsvFromString("a\n1,2\n")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_does_not_fit_leaves_the_frame_as_it_was()
    {
        var frame = new DataFrame(new StringDataFrameColumn("a", ["x"]), new Int32DataFrameColumn("b", [1]));
        Assert.Throws<FormatException>(() => frame.Append(new List<object> { "y", "no number" }, inPlace: true));
        Assert.Equal([1L, 1L], frame.Columns.Select(column => column.Length));
        Assert.Throws<ArgumentException>(() => frame.Append(new List<object> { "y", 2, 3 }, inPlace: true));
    }

    [Fact]
    public void The_word_null_is_no_text()
    {
        var frame = DataFrame.LoadCsvFromString("a,b\nNull,1\n,2\nx,\n", dataTypes: [typeof(string), typeof(int)]);
        Assert.Equal([null, "", "x"], Values(frame["a"]));
        Assert.Equal([1, 2, null], Values(frame["b"]));
        Assert.Equal([null, null], Values(new DataFrame(new Int32DataFrameColumn("a", 2))["a"]));
    }

    [Fact]
    public void Rows_of_another_frame_are_added_by_name()
    {
        var frame = new DataFrame(new Int32DataFrameColumn("a", [1]), new Int32DataFrameColumn("b", [2]));
        var other = new DataFrame(new Int32DataFrameColumn("b", [4]), new Int32DataFrameColumn("a", [3]));
        Assert.Equal([3, 4], frame.Append(other.Rows, inPlace: true).Rows[1]);
        Assert.Throws<ArgumentException>(() => frame.Append([new KeyValuePair<string, object>("c", 1)]));
    }

    [Fact]
    public void Sorting_keeps_the_order_of_equal_rows()
    {
        var frame = new DataFrame(new Int32DataFrameColumn("k", [2, 1, 2, 1]), new Int32DataFrameColumn("n", [1, 2, 3, 4]));
        Assert.Equal([2, 4, 1, 3], Values(frame.OrderBy("k")["n"]));
        Assert.Equal([1, 3, 2, 4], Values(frame.OrderByDescending("k")["n"]));
    }

    [Fact]
    public void Filters_and_cells_can_be_written()
    {
        var frame = new DataFrame(new Int32DataFrameColumn("n", [1, 2, 3]));
        frame[0, 0] = 7;
        frame.Rows[1]["n"] = 8;
        Assert.Equal([7, 8, 3], Values(frame["n"]));
        Assert.Equal([7, 3], Values(frame[new[] { true, false, true }]["n"]));
        Assert.Equal([3], Values(frame.Tail(1)["n"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame[3, 0]);
    }

    private static DataFrameColumn Column(object value) => value switch
    {
        int number => new Int32DataFrameColumn("a", [number]),
        long number => new Int64DataFrameColumn("a", [number]),
        float number => new SingleDataFrameColumn("a", [number]),
        _ => new DoubleDataFrameColumn("a", [(double)value]),
    };

    private static object?[] Values(DataFrameColumn column) => [.. column.Cast<object?>()];
}
