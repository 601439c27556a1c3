using LstmCourse.Series;
using LstmCourse.Series.Simulation;

namespace LstmCourse.Tests.Series.Simulation;

public sealed class LoadSimulationTests
{
    private static readonly LoadOptions Quiet = new() { Noise = 0, YearlyGrowth = 0 };

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        var (first, again) = (LoadSimulation.Run(Steady(10, 5)).Measured, LoadSimulation.Run(Steady(10, 5)).Measured);
        var other = LoadSimulation.Run(Steady(10, 5), new() { Seed = 2 }).Measured;

        Assert.Equal(first["load"], again["load"]);
        Assert.NotEqual(first["load"], other["load"]);
        Assert.Equal((240, TimeSpan.FromHours(1)), (first.Count, first.Step));
        Assert.Equal(["load", "temperature", "forecast", "working"], first.Columns);
    }

    [Fact]
    public void An_unheated_building_nears_the_temperature_outside_with_its_time_constant()
    {
        // A weekend day that begins at 18 °C inside, 12 outside: no heating above 15. The distance shrinks by 1/60 each hour; people add a
        // bit.
        var hidden = LoadSimulation.Run(Steady(2, 12, saturday: true), Quiet with { TimeConstant = 60 }).Hidden;
        var expected = 12 + 6 * Math.Pow(1 - 1 / 60.0, 24);
        Assert.InRange(hidden["indoor"][23] - expected, -0.5, 0.5);
    }

    [Fact]
    public void A_cold_weekend_makes_a_dear_Monday_morning_and_a_mild_one_does_not()
    {
        double Lead(double temperature)
        {
            var load = LoadSimulation.Run(Steady(21, temperature), Quiet).Measured["load"];
            double Morning(int day) => Enumerable.Range(day * 24 + 6, 4).Average(hour => load[hour]);
            return Morning(14) - Morning(16);                                     // the third Monday and the Wednesday after
        }

        Assert.InRange(Lead(5), 10, 100);
        Assert.InRange(Lead(20), -3, 3);
    }

    [Fact]
    public void The_load_grows_over_the_years_and_is_what_is_expected_and_noise()
    {
        // 730 days of 20 °C: no heating, no cooling. The last night against the first Sunday's: 1.19997 / 1.00167.
        var simulated = LoadSimulation.Run(Steady(730, 20), new() { YearlyGrowth = 0.1 });
        var expected = simulated.Hidden["expected"];
        Assert.InRange(expected[^3] / expected[6 * 24 + 2], 1.195, 1.201);

        var noise = simulated.Measured["load"].Zip(expected, (load, e) => load - e).ToArray();
        Assert.InRange(noise.Average(), -0.2, 0.2);
        Assert.InRange(Math.Sqrt(noise.Average(x => x * x)), 2.7, 3.3);
    }

    [Fact]
    public void The_temperature_runs_from_the_days_lowest_to_its_highest()
    {
        var weather = Weather.Load("Seattle").Between(new(2013, 3, 1), new(2013, 4, 1));
        var outside = LoadSimulation.Run(weather).Measured["temperature"];
        for (var day = 0; day < weather.Count; day++)
        {
            Assert.InRange(outside[day * 24 + 5] - weather["temp_min"][day], -3.5, 3.5);
            Assert.InRange(outside[day * 24 + 15] - weather["temp_max"][day], -3.5, 3.5);
        }
    }

    [Fact]
    public void Hourly_weather_and_senseless_buildings_are_refused()
    {
        var hourly = LoadSimulation.Run(Steady(3, 5)).Measured;
        Assert.StartsWith("Expected daily weather", Assert.Throws<ArgumentException>(() => LoadSimulation.Run(hourly)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => LoadSimulation.Run(Steady(3, 5), new() { TimeConstant = 0.5 }));
    }

    // Days of one temperature from a Monday (or a Saturday) on.
    private static TimeSeries Steady(int days, double temperature, bool saturday = false)
    {
        var start = new DateTime(2014, 1, 6).AddDays(saturday ? 5 : 0);
        var same = Enumerable.Repeat(temperature, days).ToArray();
        return new(Enumerable.Range(0, days).Select(day => start.AddDays(day)), [("temp_max", same), ("temp_min", same)]);
    }
}
