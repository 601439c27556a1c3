using static LstmCourse.Scratch.Scalar.Activations;

namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// The way back through one step: how a loss L answers to each number that went in. With ḣ = ∂L/∂h′ and ċ = ∂L/∂c′ from above
/// <code>
/// ċ += ḣ o (1 − tanh² c')
/// δ_o = ḣ tanh(c') o (1 − o)      δ_f = ċ c f (1 − f)
/// δ_i = ċ g i (1 − i)             δ_g = ċ i (1 − g²)
/// ∂L/∂c = ċ f                     ∂L/∂h = U_f δ_f + U_i δ_i + U_g δ_g + U_o δ_o
/// </code>
/// The line for ∂L/∂c is the whole point of an LSTM: on its way back the memory's gradient is multiplied by f and by nothing else.
/// </summary>
/// <param name="X">∂L/∂x.</param>
/// <param name="Cell">The whole ċ: ∂L/∂c′ with what comes through h′ added.</param>
/// <param name="PreviousHidden">∂L/∂h, for the hidden state before the step.</param>
/// <param name="PreviousCell">∂L/∂c, for the cell state before the step.</param>
/// <param name="Weights">∂L/∂W, ∂L/∂U and ∂L/∂b of each gate and of the candidate.</param>
public sealed record LstmStepBackward(double X, double Cell, double PreviousHidden, double PreviousCell, LstmWeights Weights)
{
    /// <summary>Computes the gradients of one step.</summary>
    /// <param name="step">The step, as it was computed on the way forward.</param>
    /// <param name="weights">The weights it was computed with.</param>
    /// <param name="hidden">∂L/∂h′, what the loss and the next step say about the new hidden state.</param>
    /// <param name="cell">∂L/∂c′, what the next step says about the new cell state.</param>
    public static LstmStepBackward Compute(LstmStep step, LstmWeights weights, double hidden, double cell)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(weights);

        var (f, i, g, o) = (step.Forget, step.Input, step.Candidate, step.Output);
        var shown = Tanh(step.Cell);
        var total = cell + hidden * o * (1 - shown * shown);

        var forget = total * step.PreviousCell * f * (1 - f);
        var input = total * g * i * (1 - i);
        var candidate = total * i * (1 - g * g);
        var output = hidden * shown * o * (1 - o);

        GateWeights Of(double delta) => new(W: delta * step.X, U: delta * step.PreviousHidden, B: delta);

        return new LstmStepBackward(
            X: weights.Forget.W * forget + weights.Input.W * input + weights.Candidate.W * candidate + weights.Output.W * output,
            Cell: total,
            PreviousHidden: weights.Forget.U * forget + weights.Input.U * input + weights.Candidate.U * candidate
            + weights.Output.U * output,
            PreviousCell: total * f,
            Weights: new LstmWeights(Of(forget), Of(input), Of(candidate), Of(output)));
    }
}
