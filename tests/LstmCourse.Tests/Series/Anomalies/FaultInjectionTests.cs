using LstmCourse.Series;
using LstmCourse.Series.Anomalies;

namespace LstmCourse.Tests.Series.Anomalies;

public sealed class FaultInjectionTests
{
    // 0.5, 0.6, 0.7 … °C: no two days alike, so that a value tells its day.
    private static readonly TimeSeries Good = new(
        Enumerable.Range(0, 400).Select(day => new DateTime(2015, 1, 1).AddDays(day)),
        [("t", Enumerable.Range(5, 400).Select(i => i / 10.0)), ("other", Enumerable.Range(0, 400).Select(i => (double)(i % 7)))]);

    private static readonly FaultySeries Spoilt = FaultInjection.Into(Good, "t", new() { Seed = 3, Each = 3 });

    [Fact]
    public void There_are_as_many_faults_of_each_kind_with_good_days_around()
    {
        Assert.All(Enum.GetValues<SensorFault>(), kind => Assert.Equal(3, Spoilt.Faults.Count(fault => fault.Kind == kind)));
        int[] ends = [0, .. Spoilt.Faults.Select(fault => fault.End)], starts = [.. Spoilt.Faults.Select(fault => fault.Start), 400];
        Assert.All(starts.Zip(ends), gap => Assert.True(gap.First - gap.Second >= 14, $"{gap}"));
        Assert.Equal(Spoilt.Faults.Sum(fault => fault.Length), Spoilt.Labels().Count(wrong => wrong));
    }

    [Fact]
    public void Outside_of_the_faults_and_in_other_columns_nothing_changes()
    {
        var labels = Spoilt.Labels();
        Assert.All(Enumerable.Range(0, 400).Where(t => !labels[t]), t => Assert.Equal(Good["t"][t], Spoilt.Series["t"][t]));
        Assert.Equal(Good["other"], Spoilt.Series["other"]);
        Assert.Equal(["t", "other"], Spoilt.Series.Columns);
    }

    [Fact]
    public void Each_kind_spoils_as_it_says()
    {
        foreach (var fault in Spoilt.Faults)
        {
            double[] said = [.. Enumerable.Range(fault.Start, fault.Length).Select(t => Spoilt.Series["t"][t])];
            double[] good = [.. Enumerable.Range(fault.Start, fault.Length).Select(t => Good["t"][t])];
            double[] off = [.. said.Zip(good, (s, g) => s - g)];
            switch (fault.Kind)
            {
                case SensorFault.Stuck:
                    Assert.InRange(fault.Length, 4, 10);
                    Assert.All(said, value => Assert.Equal(Good["t"][fault.Start - 1], value));
                    break;
                case SensorFault.Spike:
                    Assert.Equal(10, Math.Abs(Assert.Single(off)), 9);
                    break;
                case SensorFault.Drift:
                    Assert.InRange(fault.Length, 14, 21);
                    Assert.Equal(8, Math.Abs(off[^1]), 9);
                    Assert.InRange(Math.Abs(off[0]), 8.0 / 21 - 0.051, 8.0 / 14 + 0.051);         // rounded to a tenth
                    Assert.Single(off.Select(Math.Sign).Distinct());
                    break;
                default:
                    Assert.InRange(fault.Length, 2, 6);
                    Assert.All(said.Zip(good), pair => Assert.Equal(32 + 1.8 * pair.Second, pair.First, 0.051));
                    break;
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_faults_and_another_seed_others()
    {
        Assert.Equal(Spoilt.Series["t"], FaultInjection.Into(Good, "t", new() { Seed = 3, Each = 3 }).Series["t"]);
        Assert.NotEqual(Spoilt.Faults, FaultInjection.Into(Good, "t", new() { Seed = 4, Each = 3 }).Faults);
    }

    [Fact]
    public void Too_many_faults_and_a_column_that_is_not_there_are_refused()
    {
        Assert.Matches("^400? faults with 14 good steps around each take [0-9]+ steps; there are 400. Take fewer faults",
            Assert.Throws<ArgumentException>(() => FaultInjection.Into(Good, "t", new() { Each = 10 })).Message);
        Assert.StartsWith("There is no column \"u\"", Assert.Throws<ArgumentException>(() => FaultInjection.Into(Good, "u")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultInjection.Into(Good, "t", new() { Each = 0 }));
    }
}
