using Microsoft.Data.Analysis;

namespace LstmCourse.Data;

/// <summary>Data frames for a notebook.</summary>
public static class DataFrames
{
    /// <summary>Reviews as a data frame with the columns id, text, stars, label, words and slice.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<Review> reviews)
    {
        var list = reviews.ToArray();
        return new DataFrame(
            new StringDataFrameColumn("id", list.Select(review => review.Id)),
            new StringDataFrameColumn("text", list.Select(review => review.Text)),
            new Int32DataFrameColumn("stars", list.Select(review => review.Stars)),
            new Int32DataFrameColumn("label", list.Select(review => review.Label)),
            new Int32DataFrameColumn("words", list.Select(review => review.Text.Split(' ').Length)),
            new StringDataFrameColumn("slice", list.Select(review => review.Slice is { } slice ? ReviewColumns.NameOf(slice) : "")));
    }
}
