using LstmCourse.Evaluation;

namespace LstmCourse.Tests.Evaluation;

public sealed class PrecisionRecallCurveTests
{
    [Fact]
    public void The_points_and_the_area_are_those_worked_out_by_hand()
    {
        // From the highest score down: yes, no, yes, no.
        var curve = PrecisionRecallCurve.Of([false, true, false, true], [0.1, 0.4, 0.6, 0.9]);

        Assert.Equal(
            [new(0.9, 1, 0.5), new(0.6, 0.5, 0.5), new(0.4, 2.0 / 3, 1), new(0.1, 0.5, 1)], curve.Points);
        Assert.Equal(0.5 * 1 + 0.5 * 2 / 3, curve.Area, 12);
    }

    [Fact]
    public void Equal_scores_are_one_point()
    {
        var curve = PrecisionRecallCurve.Of([true, false, false, true], [1, 1, 1, 1]);

        Assert.Equal([new(1, 0.5, 1)], curve.Points);
        Assert.Equal(0.5, curve.Area);
    }

    [Fact]
    public void A_score_that_parts_them_has_area_one_and_one_upside_down_less_than_their_share()
    {
        Assert.Equal(1, PrecisionRecallCurve.Of([true, true, false, false], [4, 3, 2, 1]).Area);
        Assert.Equal(0.5 / 3 + 0.5 / 2, PrecisionRecallCurve.Of([true, true, false, false], [1, 2, 3, 4]).Area, 12);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.StartsWith("Expected a score for each label, got 1 for 2 labels.",
            Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of([true, false], [1])).Message);
        Assert.StartsWith("Expected at least one positive label",
            Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of([false], [1])).Message);
        Assert.StartsWith("A score is NaN",
            Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of([true], [double.NaN])).Message);
    }
}
