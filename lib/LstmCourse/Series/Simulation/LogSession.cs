namespace LstmCourse.Series.Simulation;

/// <summary>One session of the event log.</summary>
/// <param name="Events">The events in order.</param>
/// <param name="Fault">What is wrong; null for a normal session.</param>
/// <param name="FaultAt">The first event that no normal session of this recipe could have there; null for a normal session.</param>
public sealed record LogSession(IReadOnlyList<string> Events, LogFault? Fault = null, int? FaultAt = null);
