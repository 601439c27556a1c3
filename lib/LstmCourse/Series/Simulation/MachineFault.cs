namespace LstmCourse.Series.Simulation;

/// <summary>What breaks in the simulated machine; see <see cref="MachineSimulation"/>.</summary>
public enum MachineFault
{
    /// <summary>A bearing wears out faster and faster, until it is replaced: friction and vibration grow from nothing.</summary>
    Bearing,

    /// <summary>The cooling is clogged, all at once: the same work makes the machine hotter, some hours later.</summary>
    Cooling,

    /// <summary>The rotor is out of balance, all at once: it vibrates more, and the more it has to do.</summary>
    Imbalance,
}
