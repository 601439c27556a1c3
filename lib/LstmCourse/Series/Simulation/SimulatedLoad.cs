namespace LstmCourse.Series.Simulation;

/// <summary>What a <see cref="LoadSimulation"/> gives.</summary>
/// <param name="Measured">What a meter and a weather service know, for every hour: <c>load</c> (kW), <c>temperature</c> outside (°C),
/// <c>forecast</c> (°C, of the temperature outside, made a day before) and <c>working</c> (1 on a working day, else 0).</param>
/// <param name="Hidden">What nobody measures, at the same hours: <c>indoor</c> (°C, of the building) and <c>expected</c> (kW, the load
/// without its noise, which no forecast can do better than know).</param>
public sealed record SimulatedLoad(TimeSeries Measured, TimeSeries Hidden);
