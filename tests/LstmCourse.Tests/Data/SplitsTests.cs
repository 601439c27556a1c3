using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class SplitsTests
{
    private static readonly IReadOnlyList<Review> Reviews = [.. ReviewCorpus.LoadGenerated().Take(2_000)];

    [Fact]
    public void Every_part_has_the_same_mixture()
    {
        var split = Splits.Stratified(Reviews, validation: 0.1, test: 0.2);
        Assert.Equal("1400 to train, 200 to validate, 400 to test", split.ToString());
        Assert.Equal(Reviews.Order(ById), split.Train.Concat(split.Validation).Concat(split.Test).Order(ById));
        foreach (var slice in Enum.GetValues<ReviewSlice>())
        {
            var all = Reviews.Count(review => review.Slice == slice && review.Label == 1);
            Assert.InRange(split.Test.Count(review => review.Slice == slice && review.Label == 1), all * 0.2 - 1, all * 0.2 + 1);
        }
    }

    [Fact]
    public void The_parts_depend_on_the_seed_and_not_on_the_order_of_the_file()
    {
        var split = Splits.Stratified(Reviews, seed: 5);
        var again = Splits.Stratified([.. Reviews.Reverse()], seed: 5);
        Assert.Equal([split.Train, split.Validation, split.Test], [again.Train, again.Validation, again.Test]);
        Assert.NotEqual(split.Test, Splits.Stratified(Reviews, seed: 6).Test);
    }

    [Fact]
    public void Texts_that_differ_in_case_and_punctuation_only_stay_together()
    {
        var twins = Reviews.SelectMany(review => new[] { review, TwinOf(review) });
        var split = Splits.Stratified([.. twins]);
        var (train, validation, test) = (Ids(split.Train), Ids(split.Validation), Ids(split.Test));
        Assert.False(train.Overlaps(test) || train.Overlaps(validation) || validation.Overlaps(test));
        Assert.Equal(Reviews.Count, train.Count + validation.Count + test.Count);

        static Review TwinOf(Review review) =>
            review with { Id = review.Id + "b", Text = review.Text.ToUpperInvariant().Replace(".", " !<br />", StringComparison.Ordinal) };

        static HashSet<string> Ids(IEnumerable<Review> part) => [.. part.Select(review => review.Id.TrimEnd('b'))];
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.5, 0.5)]
    [InlineData(-0.1, 0.1)]
    [InlineData(double.NaN, 0.1)]
    public void Refuses_shares_that_leave_nothing(double validation, double test) =>
        Assert.Contains("Expected shares", Assert.Throws<ArgumentException>(() => Splits.Stratified(Reviews, validation, test)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Refuses_to_leave_a_part_empty()
    {
        Assert.Contains(
            "too few", Assert.Throws<ArgumentException>(() => Splits.Stratified([.. Reviews.Take(3)])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "too few", Assert.Throws<ArgumentException>(() => Splits.Contiguous(new[] { 1, 2 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_text_is_cut_into_blocks_in_order()
    {
        var split = Splits.Contiguous([.. Enumerable.Range(0, 10)], validation: 0.2, test: 0.1);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], split.Train);
        Assert.Equal([7, 8], split.Validation);
        Assert.Equal([9], split.Test);
    }

    private static readonly Comparer<Review> ById = Comparer<Review>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id));

    [Fact]
    public void A_given_test_part_stays_as_it_is_and_nothing_of_it_is_trained_on()
    {
        var (train, test) = (Reviews.Take(1_500).ToArray(), Reviews.Skip(1_500).ToArray());
        var leak = test[3] with { Id = "leak", Text = test[3].Text.ToUpperInvariant() + "!!" };
        var split = Splits.WithGivenTest([.. train, leak], test, validation: 0.2);

        Assert.Equal(test, split.Test);
        Assert.Equal(train.Order(ById), split.Train.Concat(split.Validation).Order(ById));
        Assert.InRange(split.Validation.Count, 290, 310);
        Assert.InRange(split.Validation.Average(review => review.Label), 0.48, 0.52);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_given_test_part_needs_a_share_to_validate_with(double share) => Assert.Contains(
        "Expected a share above 0 and below 1",
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.WithGivenTest(Reviews, Reviews, share)).Message, StringComparison.Ordinal);

    [Fact]
    public void Training_reviews_that_are_all_in_the_test_part_are_too_few() => Assert.Contains(
        "a part came out empty", Assert.Throws<ArgumentException>(() => Splits.WithGivenTest(Reviews, Reviews)).Message,
        StringComparison.Ordinal);
}
