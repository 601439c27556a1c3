namespace LstmCourse.Series.Simulation;

/// <summary>The simulated building: see <see cref="LoadSimulation"/> for what each number does.</summary>
public sealed record LoadOptions
{
    /// <summary>Where the random numbers begin.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What always runs, in kW.</summary>
    public double BaseLoad { get; init; } = 40;

    /// <summary>What people add at full occupancy, in kW.</summary>
    public double PeopleLoad { get; init; } = 60;

    /// <summary>The most that the heating can take, in kW.</summary>
    public double HeatingPower { get; init; } = 160;

    /// <summary>How many hours it takes an unheated building to come to 1/e of its distance from the temperature outside.</summary>
    public double TimeConstant { get; init; } = 60;

    /// <summary>By how much base and people's load grow in a year, as a share.</summary>
    public double YearlyGrowth { get; init; } = 0.02;

    /// <summary>The standard deviation of what nobody can know, in kW.</summary>
    public double Noise { get; init; } = 3;
}
