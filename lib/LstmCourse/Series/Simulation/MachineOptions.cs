namespace LstmCourse.Series.Simulation;

/// <summary>The simulated machine: see <see cref="MachineSimulation"/> for what each number does.</summary>
public sealed record MachineOptions
{
    /// <summary>Where the random numbers begin.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many days it runs, at least 2.</summary>
    public int Days { get; init; } = 420;

    /// <summary>The first day on which something may break; before it there is wear alone.</summary>
    public int FaultsFrom { get; init; } = 180;

    /// <summary>How many faults of each of the three kinds; 0 for a machine that never breaks.</summary>
    public int Each { get; init; } = 6;

    /// <summary>The least number of good hours before the first fault, between two, and after the last.</summary>
    public int Gap { get; init; } = 72;

    /// <summary>By how much friction has grown when the machine is overhauled, as a share.</summary>
    public double WearFriction { get; init; } = 0.1;

    /// <summary>Hours at full load from one overhaul to the next.</summary>
    public double WearHours { get; init; } = 700;
}
