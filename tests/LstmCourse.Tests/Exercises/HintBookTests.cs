using LstmCourse.Exercises;
namespace LstmCourse.Tests.Exercises;

public class HintBookTests
{
    private readonly HintBook _book = new();

    [Fact]
    public void Hints_come_one_by_one_and_then_where_the_solution_is()
    {
        string[] hints = ["first", "second"];
        Assert.Equal(
            ["first", "second", HintBook.WhereTheSolutionIs, HintBook.WhereTheSolutionIs],
            Enumerable.Range(0, 4).Select(_ => _book.Next("count", null, hints)));
    }

    [Fact]
    public void The_hint_that_fits_comes_before_the_general_ones_and_once()
    {
        string[] hints = ["first"];
        Assert.Equal("fits", _book.Next("count", "fits", hints));
        Assert.Equal("first", _book.Next("count", "fits", hints));
        Assert.Equal("fits too", _book.Next("count", "fits too", hints));
        Assert.Equal(HintBook.WhereTheSolutionIs, _book.Next("count", null, hints));
    }

    [Fact]
    public void Each_check_has_its_own_count()
    {
        string[] hints = ["first", "second"];
        Assert.Equal("first", _book.Next("one", null, hints));
        Assert.Equal("first", _book.Next("other", null, hints));
        Assert.Equal("second", _book.Next("one", null, hints));
    }

    [Fact]
    public void A_check_without_hints_says_what_came_and_the_next_time_where_the_solution_is()
    {
        Assert.Null(_book.Next("count", null, []));
        Assert.Equal(HintBook.WhereTheSolutionIs, _book.Next("count", null, []));
    }
}
