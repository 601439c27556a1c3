using LstmCourse.Series.Simulation;

namespace LstmCourse.Tests.Series.Simulation;

public sealed class MachineSimulationTests
{
    private static readonly SimulatedMachine Usual = MachineSimulation.Run();

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        Assert.Equal(Usual.Measured["temperature"], MachineSimulation.Run().Measured["temperature"]);
        Assert.NotEqual(Usual.Measured["load"], MachineSimulation.Run(new() { Seed = 2 }).Measured["load"]);
        Assert.Equal((420 * 24, TimeSpan.FromHours(1)), (Usual.Measured.Count, Usual.Measured.Step));
        Assert.Equal(["load", "ambient", "temperature", "current", "vibration"], Usual.Measured.Columns);
    }

    [Fact]
    public void Faults_begin_after_the_good_days_and_keep_their_distance()
    {
        Assert.Equal(18, Usual.Faults.Count);
        Assert.All(Enum.GetValues<MachineFault>(), kind => Assert.Equal(6, Usual.Faults.Count(fault => fault.Kind == kind)));
        int[] ends = [180 * 24, .. Usual.Faults.Select(fault => fault.End)];
        int[] starts = [.. Usual.Faults.Select(fault => fault.Start), 420 * 24];
        Assert.All(starts.Zip(ends), gap => Assert.True(gap.First - gap.Second >= 72, $"{gap}"));
        Assert.Empty(MachineSimulation.Run(new() { Each = 0, Days = 30 }).Faults);
    }

    [Fact]
    public void The_sensors_follow_the_equations_but_for_their_noise()
    {
        // The residuals against the formulas, from load, ambient, wear and the faults alone.
        var (m, wear, damage) = (Usual.Measured, Usual.Hidden["wear"], Usual.Hidden["damage"]);
        var heat = m["ambient"][0];
        var (temperature, current, vibration) = (new List<double>(), new List<double>(), new List<double>());
        for (var t = 0; t < m.Count; t++)
        {
            var fault = Usual.Faults.FirstOrDefault(one => t >= one.Start && t < one.Start + one.Length)?.Kind;
            var l = m["load"][t] / 100;
            var friction = 1 + 0.1 * wear[t] + 1.2 * damage[t];
            heat += (m["ambient"][t] + 30 * l * l * friction * (fault == MachineFault.Cooling ? 1.25 : 1) - heat) / 8;
            temperature.Add(m["temperature"][t] - heat);
            current.Add(m["current"][t] - (2 + 8 * l + 3 * l * l * friction));
            vibration.Add(m["vibration"][t] - (0.4 + 1.2 * l * l * friction + 0.8 * damage[t] * l
                + (fault == MachineFault.Imbalance ? 0.5 * l * l : 0)));
        }

        foreach (var (residuals, deviation) in new[] { (temperature, 0.3), (current, 0.15), (vibration, 0.08) })
        {
            Assert.InRange(residuals.Average(), -0.05 * deviation, 0.05 * deviation);
            Assert.InRange(Math.Sqrt(residuals.Average(r => r * r)), 0.97 * deviation, 1.03 * deviation);
        }
    }

    [Fact]
    public void Wear_grows_with_the_load_and_is_overhauled_and_damage_ends_in_breakdown()
    {
        var (wear, load) = (Usual.Hidden["wear"], Usual.Measured["load"]);
        for (var t = 1; t < wear.Count; t++)
        {
            var worn = wear[t - 1] + load[t - 1] / 100 / 700;
            Assert.Equal(worn < 1 ? worn : 0, wear[t], 9);
        }

        Assert.All(Usual.Faults.Where(fault => fault.Kind == MachineFault.Bearing), fault =>
        {
            Assert.Equal(1, Usual.Hidden["damage"][fault.Start + fault.Length - 1], 12);
            Assert.Equal(0, Usual.Hidden["damage"][fault.Start + fault.Length]);
        });
    }

    [Fact]
    public void A_time_too_short_for_the_faults_and_numbers_that_make_no_sense_are_refused()
    {
        Assert.Matches("^18 faults with 72 good steps around each take [0-9]+ steps; there are 240. Take fewer faults",
            Assert.Throws<ArgumentException>(() => MachineSimulation.Run(new() { Days = 190 })).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => MachineSimulation.Run(new() { Days = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MachineSimulation.Run(new() { WearHours = 0 }));
    }
}
