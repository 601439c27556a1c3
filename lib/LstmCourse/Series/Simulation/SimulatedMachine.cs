using LstmCourse.Series.Anomalies;

namespace LstmCourse.Series.Simulation;

/// <summary>What a <see cref="MachineSimulation"/> gives.</summary>
/// <param name="Measured">What is known in every hour: <c>load</c> (% of full load) and <c>ambient</c> (°C), which are given from outside;
/// <c>temperature</c> (°C), <c>current</c> (A) and <c>vibration</c> (mm/s) of the machine.</param>
/// <param name="Hidden">What nobody measures, at the same hours: <c>wear</c> (0 after an overhaul, 1 before it) and <c>damage</c> of a
/// bearing (0 to 1).</param>
/// <param name="Faults">What broke and when, in the order of time. Slow wear is normal, and no fault.</param>
public sealed record SimulatedMachine(TimeSeries Measured, TimeSeries Hidden, IReadOnlyList<Fault<MachineFault>> Faults);
