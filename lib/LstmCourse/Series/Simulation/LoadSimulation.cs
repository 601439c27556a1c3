using LstmCourse.Data;

namespace LstmCourse.Series.Simulation;

/// <summary>
/// The hourly electric load of an office building with electric heating and cooling, under given daily weather. The walls store heat, and
/// nobody measures how much:
/// <code>
/// temperature   between the day's lowest (5 h) and highest (15 h) along a cosine, and noise that lasts some hours
/// forecast      temperature and an error of about 1 °C that lasts some hours
/// indoor        T += (temperature − T) / τ + (heating − cooling + people) / C      in each hour
/// heating       40 kW for each °C below 20 °C from 6 to 18 h on working days, below 15 °C else; from 0 to HeatingPower
/// cooling       40 kW for each °C above 24 °C in the same hours, else none; from 0 to 100 kW
/// load          (base + people) · growth + heating + cooling + noise
/// </code>
/// After a weekend the building is colder than after a night, and Monday morning costs more than Tuesday; how much more, the weather of
/// the whole weekend decides. The results are rounded to a tenth, as a meter's are, so that they are the same on every machine.
/// </summary>
public static class LoadSimulation
{
    private const double Capacity = 180;
    private const double CoolingPower = 100;

    /// <summary>Simulates the building from the first day of the weather to the last.</summary>
    /// <param name="weather">Daily <c>temp_max</c> and <c>temp_min</c> in °C, such as <see cref="Weather.Load"/> gives.</param>
    /// <param name="options">The building and the seed; null for the usual ones.</param>
    /// <exception cref="ArgumentException">The weather is not daily or lacks a column, or a number of the building makes no
    /// sense.</exception>
    public static SimulatedLoad Run(TimeSeries weather, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(weather);
        options ??= new();
        if (weather.Step != TimeSpan.FromDays(1) || weather.Times[0].TimeOfDay != TimeSpan.Zero)
            throw new ArgumentException($"Expected daily weather, got a value every {weather.Step}.", nameof(weather));
        ArgumentOutOfRangeException.ThrowIfNegative(options.HeatingPower, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Noise, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TimeConstant, 1, nameof(options));

        DateTime[] hours = [.. weather.Times.SelectMany(day => Enumerable.Range(0, 24).Select(hour => day.AddHours(hour)))];
        var random = new SeededRandom((ulong)options.Seed);
        var (gusts, misses, surprises) = (Lasting(random, 0.9), Lasting(random, 0.95), Lasting(random, 0.7));
        double[] outside = [.. Outside(weather).Select(t => Tenth(t + 0.7 * gusts()))];
        double[] forecast = [.. outside.Select(t => Tenth(t + misses()))];

        var (indoor, expected, load) = (new double[hours.Length], new double[hours.Length], new double[hours.Length]);
        var t = 18.0;
        for (var i = 0; i < hours.Length; i++)
        {
            var people = Occupancy(hours[i]);
            var (heating, cooling) = Conditioning(t, hours[i], options);
            t += (outside[i] - t) / options.TimeConstant + (heating - cooling + 15 * people) / Capacity;
            var growth = 1 + options.YearlyGrowth * (hours[i] - hours[0]).TotalDays / 365;
            var sum = (options.BaseLoad + options.PeopleLoad * people) * growth + heating + cooling;
            (indoor[i], expected[i], load[i]) = (Tenth(t), Tenth(sum), Tenth(Math.Max(0, sum + options.Noise * surprises())));
        }

        return new(
            new(hours, [("load", load), ("temperature", outside), ("forecast", forecast),
                ("working", hours.Select(hour => Holidays.IsWorkingDay(hour) ? 1.0 : 0.0))]),
            new(hours, [("indoor", indoor), ("expected", expected)]));
    }

    // From one turning point to the next along half a cosine.
    private static IEnumerable<double> Outside(TimeSeries weather)
    {
        var (low, high) = (weather["temp_min"], weather["temp_max"]);
        for (var day = 0; day < weather.Count; day++)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                yield return hour switch
                {
                    < 5 => Between(high[Math.Max(day - 1, 0)], low[day], (hour + 9) / 14.0),
                    < 15 => Between(low[day], high[day], (hour - 5) / 10.0),
                    _ => Between(high[day], low[Math.Min(day + 1, weather.Count - 1)], (hour - 15) / 14.0),
                };
            }
        }

        static double Between(double from, double to, double share) => from + (to - from) * (1 - Math.Cos(Math.PI * share)) / 2;
    }

    private static (double Heating, double Cooling) Conditioning(double indoor, DateTime hour, LoadOptions options)
    {
        var open = Holidays.IsWorkingDay(hour) && hour.Hour is >= 6 and < 18;
        var heating = Math.Clamp(40 * ((open ? 20 : 15) - indoor), 0, options.HeatingPower);
        return (heating, open ? Math.Clamp(40 * (indoor - 24), 0, CoolingPower) : 0);
    }

    // The share of the people who are there: they come between 7 and 9, some go out for lunch, and they leave between 16 and 19.
    private static double Occupancy(DateTime hour) => !Holidays.IsWorkingDay(hour) ? 0.05 : hour.Hour switch
    {
        7 => 0.3,
        8 => 0.8,
        12 => 0.75,
        16 => 0.8,
        17 => 0.45,
        18 => 0.2,
        >= 9 and < 16 => 1,
        _ => 0.05,
    };

    // Noise of deviation 1 in which each value keeps a share of the one before (first-order autoregression).
    private static Func<double> Lasting(SeededRandom random, double kept)
    {
        var (value, fresh) = (random.Normal(), Math.Sqrt(1 - kept * kept));
        return () => value = kept * value + fresh * random.Normal();
    }

    private static double Tenth(double value) => Math.Round(value, 1);
}
