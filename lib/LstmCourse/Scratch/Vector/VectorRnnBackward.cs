namespace LstmCourse.Scratch.Vector;

/// <summary>
/// Back-propagation through time of a <see cref="VectorRnn"/>: each step back multiplies the gradient by Uᵀ and by 1 − h²:
/// <code>
/// δ_t = ∂L/∂h_t ⊙ (1 − h_t²)
/// ∂L/∂h_{t−1} = Uᵀ δ_t     ∂L/∂W += δ_t x_tᵀ     ∂L/∂U += δ_t h_{t−1}ᵀ     ∂L/∂b += δ_t
/// </code>
/// </summary>
internal sealed class VectorRnnBackward(VectorRnn layer, IReadOnlyList<double[]> inputs, double[] initial, double[][] hidden)
    : RecurrentPass(hidden)
{
    public override RecurrentState Last => new(Hidden[^1]);

    private protected override StateGradients GoBack(double[] lastHidden)
    {
        var (dHidden, dInputs) = (new double[Hidden.Length][], new double[Hidden.Length][]);
        var dh = lastHidden;
        for (var t = Hidden.Length - 1; t >= 0; t--)
        {
            dHidden[t] = dh;
            var delta = new double[dh.Length];
            for (var k = 0; k < delta.Length; k++) delta[k] = dh[k] * (1 - Hidden[t][k] * Hidden[t][k]);

            var previous = t == 0 ? initial : Hidden[t - 1];
            layer.W.AccumulateOuter(delta, inputs[t]);
            layer.U.AccumulateOuter(delta, previous);
            layer.B.Accumulate(delta);

            dh = new double[dh.Length];
            layer.U.AddTransposedProduct(delta, dh);
            dInputs[t] = new double[layer.InputSize];
            layer.W.AddTransposedProduct(delta, dInputs[t]);
        }

        return new StateGradients(dHidden, [], dInputs);
    }
}
