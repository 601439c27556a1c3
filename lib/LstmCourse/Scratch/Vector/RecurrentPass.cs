namespace LstmCourse.Scratch.Vector;

/// <summary>A sequence that has been read, with all that the way back needs.</summary>
public abstract class RecurrentPass
{
    private protected RecurrentPass(double[][] hidden) => Hidden = hidden;

    /// <summary>The hidden state after each step, (time, hidden).</summary>
    public double[][] Hidden { get; }

    /// <summary>The state after the last step.</summary>
    public abstract RecurrentState Last { get; }

    /// <summary>
    /// Back-propagation through time. Adds the weights' gradients to the network's parameters.
    /// </summary>
    /// <param name="lastHidden">∂L/∂h_T, what the loss says about the last hidden state, (hidden).</param>
    /// <returns>The gradients of all states and inputs.</returns>
    /// <exception cref="ArgumentException">The gradient has the wrong size.</exception>
    public StateGradients Backward(double[] lastHidden)
    {
        ArgumentNullException.ThrowIfNull(lastHidden);
        if (lastHidden.Length != Hidden[0].Length)
        {
            throw new ArgumentException(
                $"Expected a gradient of {Hidden[0].Length} numbers, one per hidden unit, got {lastHidden.Length}.", nameof(lastHidden));
        }

        return GoBack(lastHidden);
    }

    private protected abstract StateGradients GoBack(double[] lastHidden);
}
