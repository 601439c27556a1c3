namespace LstmCourse.Scratch.Vector;

/// <summary>
/// A recurrent layer with vectors for states, written with plain loops: forward step by step, backward through time by hand-derived
/// equations. It is here to be read and measured, not to be fast.
/// </summary>
public abstract class RecurrentNetwork
{
    private protected RecurrentNetwork(int inputSize, int hiddenSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        (InputSize, HiddenSize) = (inputSize, hiddenSize);
    }

    /// <summary>How many numbers one input holds.</summary>
    public int InputSize { get; }

    /// <summary>How many numbers the hidden state holds.</summary>
    public int HiddenSize { get; }

    /// <summary>Everything that learns.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Reads a sequence.</summary>
    /// <param name="inputs">The inputs, (time, input), at least one.</param>
    /// <param name="initial">The state before the first step; zeros if left out.</param>
    /// <exception cref="ArgumentException">The sequence is empty, or an input or the state has the wrong size.</exception>
    public RecurrentPass Forward(IReadOnlyList<double[]> inputs, RecurrentState? initial = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0) throw new ArgumentException("Expected a sequence of at least one input, got an empty one.", nameof(inputs));
        for (var t = 0; t < inputs.Count; t++)
        {
            if (inputs[t].Length != InputSize)
            {
                throw new ArgumentException(
                    $"Expected (time, input) with input = {InputSize}, got {inputs[t].Length} numbers at step {t}.", nameof(inputs));
            }
        }

        RequireState(initial?.Hidden, "hidden");
        RequireState(initial?.Cell, "cell");
        return Read(inputs, initial?.Hidden ?? new double[HiddenSize], initial?.Cell ?? new double[HiddenSize]);
    }

    private protected abstract RecurrentPass Read(IReadOnlyList<double[]> inputs, double[] hidden, double[] cell);

    private void RequireState(double[]? state, string name)
    {
        if (state is not null && state.Length != HiddenSize)
        {
            throw new ArgumentException($"Expected a {name} state of {HiddenSize} numbers, got {state.Length}.", nameof(state));
        }
    }
}
