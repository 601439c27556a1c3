using LstmCourse.Series;

namespace LstmCourse.Tests.Series;

public sealed class SeriesCalendarTests
{
    [Fact]
    public void A_quarter_of_a_day_is_a_quarter_of_the_circle()
    {
        var hours = new TimeSeries(Enumerable.Range(0, 5).Select(i => new DateTime(2020, 1, 1).AddHours(6 * i)), [("a", [0, 1, 2, 3, 4])])
            .WithTimeOfDay();

        double[] sine = [0, 1, 0, -1, 0], cosine = [1, 0, -1, 0, 1];
        Assert.All(sine.Zip(hours["day sin"]), pair => Assert.Equal(pair.First, pair.Second, 12));
        Assert.All(cosine.Zip(hours["day cos"]), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void New_Years_Eve_lies_beside_New_Years_Day_and_July_across()
    {
        var days = new TimeSeries(Enumerable.Range(0, 400).Select(i => new DateTime(2013, 1, 1).AddDays(i)),
            [("a", Enumerable.Range(0, 400).Select(i => (double)i))]).WithTimeOfYear();

        double Apart(int a, int b) => Math.Sqrt(Math.Pow(days["year sin"][a] - days["year sin"][b], 2)
            + Math.Pow(days["year cos"][a] - days["year cos"][b], 2));
        Assert.InRange(Apart(364, 365), 0.005, 0.03);
        Assert.InRange(Apart(0, 183), 1.99, 2);
    }
}
