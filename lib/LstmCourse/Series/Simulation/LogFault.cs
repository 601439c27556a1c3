namespace LstmCourse.Series.Simulation;

/// <summary>What goes wrong in a session of the event log; see <see cref="EventLog"/>.</summary>
public enum LogFault
{
    /// <summary>A step of the recipe is left out, from its switching on to its switching off.</summary>
    Missing,

    /// <summary>Two neighbouring steps have changed places.</summary>
    Swapped,

    /// <summary>An event of another step stands in the middle of one.</summary>
    Foreign,

    /// <summary>A step is done twice.</summary>
    Repeated,
}
