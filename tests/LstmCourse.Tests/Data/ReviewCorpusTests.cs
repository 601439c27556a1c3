using System.Globalization;
using System.Text;
using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class ReviewCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reviews").FullName;

    private string PathOfFile => Path.Combine(_folder, "reviews.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Loads_what_ships_with_the_course()
    {
        Assert.Equal(6_000, ReviewCorpus.LoadGenerated().Count);
        var handwritten = ReviewCorpus.LoadHandwritten();
        Assert.True(handwritten.Count >= 300);
        Assert.All(handwritten, review => Assert.Null(review.Slice));
    }

    [Fact]
    public void Comes_back_from_its_file_as_it_was()
    {
        Review[] reviews =
        [
            new("a", "Quotes \"here\", commas, and a\nline break", 9, 1, ReviewSlice.VerdictFirst, IsNoisy: true),
            new("b", "Größe 東京 \"", 1, 0),
        ];
        ReviewCorpus.Save(PathOfFile, reviews);
        Assert.Equal(reviews, ReviewCorpus.Load(PathOfFile));
        Assert.StartsWith(
            "id,text,stars,label,slice,noisy\na,\"Quotes \"\"here\"\"", File.ReadAllText(PathOfFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_windows_line_ends_a_byte_order_mark_and_other_columns_in_any_order()
    {
        File.WriteAllText(PathOfFile, "stars,mood,text,id,label\r\n8,sunny,\"Good, really\",x,1\r\n\r\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal([new Review("x", "Good, really", 8, 1)], ReviewCorpus.Load(PathOfFile));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("id,text,stars,label\n", "no reviews")]
    [InlineData("id;text;stars;label\n", "Missing: id, text, stars, label")]
    [InlineData("id,text,label\na,b,1\n", "Missing: stars")]
    [InlineData("id,text,stars,label\na,b,1,0\nc,d, or e,9,1\n", "line 3: expected 4 fields (id, text, stars, label), got 5")]
    [InlineData("id,text,stars,label\na,b,1\n", "line 2: expected 4 fields (id, text, stars, label), got 3")]
    [InlineData("id,text,stars,label\na,\" \u0007\",1,0\n", "line 2: the text is empty")]
    [InlineData("id,text,stars,label\na,\"b\nb\",1,0\nc,,1,0\n", "line 4: the text is empty")]
    [InlineData("id,text,stars,label\na,b,11,1\n", "whole number from 1 to 10 in the column stars, got \"11\"")]
    [InlineData("id,text,stars,label\na,b,8.5,1\n", "got \"8.5\"")]
    [InlineData("id,text,stars,label\na,b,8,yes\n", "whole number from 0 to 1 in the column label, got \"yes\"")]
    [InlineData("id,text,stars,label\na,b,5,0\n", "5 stars are neither positive")]
    [InlineData("id,text,stars,label\na,b,9,0\n", "the label 0 contradicts 9 stars")]
    [InlineData("id,text,stars,label\na,b,9,1\na,c,9,1\n", "line 3: the id a stands there twice")]
    [InlineData("id,text,stars,label\na,\"b,9,1\n", "line 2: a quotation mark is opened and never closed")]
    [InlineData("id,text,stars,label\n\na,\"b,9,1\n\n,9", "line 3: a quotation mark is opened and never closed")]
    [InlineData("id,text,stars,label\na,\"b\"c,9,1\n", "line 2: text stands beside a quotation mark")]
    [InlineData("id,text,stars,label\na,b \"c\",9,1\n", "line 2: text stands beside a quotation mark")]
    [InlineData("id,text,stars,label\na,b,9,", "whole number from 0 to 1 in the column label, got \"\"")]
    [InlineData("\n\nid,text,stars,label\n\n\n\na,\"b\n\n\",9,7\n", "line 7: expected a whole number from 0 to 1")]
    [InlineData("id,text,stars,label,slice\na,b,9,1,sarcasm\n", "no slice \"sarcasm\". The slices are plain, mixed, hedged, verdict-first")]
    public void Says_what_is_wrong_and_where(string content, string expected)
    {
        File.WriteAllText(PathOfFile, content);
        Assert.Contains(
            expected, Assert.Throws<InvalidDataException>(() => ReviewCorpus.Load(PathOfFile)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_mixed_encodings()
    {
        File.WriteAllBytes(PathOfFile, [.. "id,text,stars,label\na,caf"u8, 0xE9, .. " naïve,9,1\n"u8]);
        Assert.Contains("not UTF-8 throughout (byte 0xE9)",
            Assert.Throws<InvalidDataException>(() => ReviewCorpus.Load(PathOfFile)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_missing_file() =>
        Assert.Contains(
            PathOfFile, Assert.Throws<FileNotFoundException>(() => ReviewCorpus.Load(PathOfFile)).Message, StringComparison.Ordinal);

    [Fact]
    public void Does_not_depend_on_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            ReviewCorpus.Save(PathOfFile, [new Review("a", "b", 10, 1)]);
            Assert.Equal(10, ReviewCorpus.Load(PathOfFile)[0].Stars);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
