using LstmCourse.Evaluation;

namespace LstmCourse.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    // 4 true positives, 1 false positive, 2 false negatives, 3 true negatives.
    private static readonly int[] Truth = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0];
    private static readonly int[] Predicted = [1, 1, 1, 1, 0, 0, 1, 0, 0, 0];

    [Fact]
    public void It_counts_each_pair_of_true_and_predicted_class()
    {
        var matrix = ConfusionMatrix.Of(Truth, Predicted);

        Assert.Equal(new[,] { { 3, 1 }, { 2, 4 } }, matrix.ToArray());
        Assert.Equal(10, matrix.Total);
    }

    [Fact]
    public void The_scores_are_those_computed_by_hand()
    {
        var matrix = ConfusionMatrix.Of(Truth, Predicted);

        Assert.Equal(0.7, matrix.Accuracy, 12);
        Assert.Equal(4 / 5.0, matrix.Precision(), 12);
        Assert.Equal(4 / 6.0, matrix.Recall(), 12);
        Assert.Equal(8 / 11.0, matrix.F1(), 12);
        Assert.Equal("accuracy 0.700, precision 0.800, recall 0.667, F1 0.727 on 10 examples", matrix.ToString());
    }

    [Fact]
    public void A_class_that_nobody_predicts_scores_zero_instead_of_dividing_by_it()
    {
        var matrix = ConfusionMatrix.Of([1, 0], [0, 0]);

        Assert.Equal(0, matrix.Precision());
        Assert.Equal(0, matrix.F1());
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 0 }, "as many predictions")]
    [InlineData(new int[0], new int[0], "at least one example")]
    [InlineData(new[] { 0, 2 }, new[] { 0, 1 }, "classes from 0 to 1")]
    public void Bad_input_says_what_was_expected(int[] truth, int[] predicted, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(truth, predicted));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
