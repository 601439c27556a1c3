namespace LstmCourse.Models;

/// <summary>How a classifier gets one vector from the hidden states of all time steps.</summary>
public enum Readout
{
    /// <summary>The hidden state after the last word: everything must have been carried there.</summary>
    Last,

    /// <summary>The mean of the hidden states over the words.</summary>
    Mean,

    /// <summary>The largest value of each unit over the words.</summary>
    Max,
}
