using LstmCourse.Data;
using LstmCourse.Series.Anomalies;

namespace LstmCourse.Series.Simulation;

/// <summary>
/// A machine that works through orders, hour by hour. Each order has a load and lasts 2 to 12 hours; between two orders it may stand still.
/// <code>
/// load l        0, 0.4, 0.6, 0.8 or 1 for an order
/// friction f    1 + WearFriction · wear + 1.2 · damage
/// temperature   T += (ambient + 30 · l² · f · clogged − T) / 8           in each hour: it takes 8 hours to 1/e of the way
/// current       2 + 8 · l + 3 · l² · f                                   A
/// vibration     0.4 + 1.2 · l² · f + 0.8 · damage · l + imbalance · l²   mm/s
/// wear          grows with the load, from 0 to 1 in WearHours hours at full load, then the machine is overhauled
/// </code>
/// and noise of deviation 0.3 °C, 0.15 A and 0.08 mm/s. Faults: a bearing's damage grows as the square of time, from 0 to 1 in 60 to 120
/// hours, then it is replaced; a clogged cooling (clogged = 1.25 instead of 1) and an imbalance (0.5 instead of 0) come at once and last 36
/// to 96 hours. Values are rounded as a display shows them, so that they are the same on every machine.
/// </summary>
public static class MachineSimulation
{
    private const double TimeConstant = 8;
    private static readonly DateTime Start = new(2025, 1, 1);
    private static readonly double[] Loads = [0, 0.4, 0.6, 0.8, 1];
    private static readonly MachineFault[] Kinds = Enum.GetValues<MachineFault>();

    /// <summary>Runs the machine.</summary>
    /// <param name="options">The machine and the seed; null for the usual ones.</param>
    /// <exception cref="ArgumentException">The days are too few for so many faults, or a number of the machine makes no sense.</exception>
    public static SimulatedMachine Run(MachineOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Days, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.FaultsFrom, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Each, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Gap, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.WearFriction, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WearHours, 1, nameof(options));

        var random = new SeededRandom((ulong)options.Seed);
        var hours = options.Days * 24;
        var faults = DrawFaults(options, hours, random);
        var (load, ambient) = (Orders(hours, random), Ambient(hours, random));
        var (temperature, current, vibration) = (new double[hours], new double[hours], new double[hours]);
        var (wears, damages) = (new double[hours], new double[hours]);
        var (heat, wear) = (ambient[0], 0.0);
        for (var t = 0; t < hours; t++)
        {
            var fault = faults.FirstOrDefault(one => one.Covers(t));
            var damage = fault?.Kind == MachineFault.Bearing ? Math.Pow((t - fault.Start + 1.0) / fault.Length, 2) : 0;
            var (clogged, imbalance) = (fault?.Kind == MachineFault.Cooling ? 1.25 : 1, fault?.Kind == MachineFault.Imbalance ? 0.5 : 0);
            var (l, squared) = (load[t], load[t] * load[t]);
            var friction = 1 + options.WearFriction * wear + 1.2 * damage;
            heat += (ambient[t] + 30 * squared * friction * clogged - heat) / TimeConstant;
            temperature[t] = Math.Round(heat + 0.3 * random.Normal(), 1);
            current[t] = Math.Round(2 + 8 * l + 3 * squared * friction + 0.15 * random.Normal(), 2);
            vibration[t] = Math.Round(Math.Max(0,
                0.4 + 1.2 * squared * friction + 0.8 * damage * l + imbalance * squared + 0.08 * random.Normal()), 2);
            (wears[t], damages[t]) = (wear, damage);
            wear = wear + l / options.WearHours is var worn && worn < 1 ? worn : 0;
        }

        var times = Enumerable.Range(0, hours).Select(hour => Start.AddHours(hour)).ToArray();
        return new(
            new(times, [("load", load.Select(l => Math.Round(100 * l))), ("ambient", ambient), ("temperature", temperature),
                ("current", current), ("vibration", vibration)]),
            new(times, [("wear", wears), ("damage", damages)]), faults);
    }

    private static Fault<MachineFault>[] DrawFaults(MachineOptions options, int hours, SeededRandom random)
    {
        if (options.Each == 0) return [];
        var from = options.FaultsFrom * 24;
        var kinds = Kinds.SelectMany(kind => Enumerable.Repeat(kind, options.Each)).ToArray();
        random.Shuffle(kinds.AsSpan());
        var faults = FaultPlaces.Draw(kinds, kind => kind == MachineFault.Bearing ? random.Between(60, 120) : random.Between(36, 96),
            hours - from, options.Gap, random);
        return [.. faults.Select(fault => fault with { Start = from + fault.Start })];
    }

    private static double[] Orders(int hours, SeededRandom random)
    {
        var load = new double[hours];
        for (var t = 0; t < hours;)
        {
            var (level, end) = (random.Pick(Loads), t + random.Between(2, 12));
            for (; t < end && t < hours; t++) load[t] = level;
        }

        return load;
    }

    // The hall: warmest at 15 h, and a slow noise on top.
    private static double[] Ambient(int hours, SeededRandom random)
    {
        var (ambient, slow) = (new double[hours], 0.0);
        for (var t = 0; t < hours; t++)
        {
            slow = 0.98 * slow + 0.2 * random.Normal();
            ambient[t] = Math.Round(20 + 3 * Math.Cos(2 * Math.PI * (t % 24 - 15) / 24) + 2 * slow, 1);
        }

        return ambient;
    }
}
