namespace LstmCourse.Scratch;

/// <summary>What a recurrent network carries from step to step.</summary>
/// <param name="Hidden">The hidden state h, (hidden).</param>
/// <param name="Cell">The cell state c, (hidden); null for a network that has none.</param>
public sealed record RecurrentState(double[] Hidden, double[]? Cell = null);
