using LstmCourse.Series.Anomalies;

namespace LstmCourse.Tests.Series.Anomalies;

public sealed class AlarmsTests
{
    [Fact]
    public void The_threshold_is_the_smallest_score_that_the_share_does_not_exceed()
    {
        double[] hundred = [.. Enumerable.Range(1, 100).Select(i => (double)i).Reverse()];

        Assert.Equal(99, Alarms.Threshold(hundred, 0.99));
        Assert.Equal(95, Alarms.Threshold(hundred, 0.95));
        Assert.Equal(100, Alarms.Threshold(hundred, 1));
        Assert.Equal(1, Alarms.Threshold(hundred, 0.01));
        Assert.Equal(3, Alarms.Threshold([1, 2, 3, 4, 5], 0.5));
        Assert.Equal(1, Alarms.Above(hundred, Alarms.Threshold(hundred, 0.99)).Count(alarm => alarm));
    }

    [Fact]
    public void A_score_as_high_as_the_threshold_is_no_alarm() => Assert.Equal([false, false, true], Alarms.Above([1, 2, 2.5], 2));

    [Fact]
    public void Labels_are_true_from_the_start_of_a_fault_to_its_end()
    {
        Fault<SensorFault>[] faults = [new(SensorFault.Stuck, 1, 2), new(SensorFault.Spike, 4, 1)];

        Assert.Equal([false, true, true, false, true, false], Alarms.Labels(faults, 6));
        Assert.Equal((3, true, false), (faults[0].End, faults[0].Covers(2), faults[0].Covers(3)));
    }

    [Fact]
    public void The_delay_counts_from_the_start_and_ends_with_the_fault()
    {
        var fault = new Fault<SensorFault>(SensorFault.Drift, 2, 3);

        Assert.Equal(0, Alarms.Delay(fault, [false, false, true, true, true, false]));
        Assert.Equal(2, Alarms.Delay(fault, [true, true, false, false, true, true]));
        Assert.Null(Alarms.Delay(fault, [true, true, false, false, false, true]));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.StartsWith("Expected at least one score of good data", Assert.Throws<ArgumentException>(() => Alarms.Threshold([])).Message);
        Assert.StartsWith("A score is NaN", Assert.Throws<ArgumentException>(() => Alarms.Threshold([1, double.NaN])).Message);
        Assert.StartsWith("Expected a share above 0 and at most 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => Alarms.Threshold([1], 99)).Message);
        var late = new Fault<SensorFault>(SensorFault.Drift, 4, 3);
        Assert.StartsWith("Expected faults of at least one step within steps 0 to 5, got 3 steps from 4 on.",
            Assert.Throws<ArgumentException>(() => Alarms.Labels([late], 6)).Message);
        Assert.Throws<ArgumentException>(() => Alarms.Delay(late, new bool[6]));
    }
}
