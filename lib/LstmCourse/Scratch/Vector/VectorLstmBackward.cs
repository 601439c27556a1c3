namespace LstmCourse.Scratch.Vector;

/// <summary>
/// Back-propagation through time of a <see cref="VectorLstm"/>: at each step, last to first, that of
/// <see cref="Scalar.LstmStepBackward"/> for every element, and then through the matrices:
/// <code>
/// ċ += ḣ ⊙ o ⊙ (1 − tanh² c')
/// δ_o = ḣ ⊙ tanh(c') ⊙ o ⊙ (1 − o)     δ_f = ċ ⊙ c ⊙ f ⊙ (1 − f)
/// δ_i = ċ ⊙ g ⊙ i ⊙ (1 − i)            δ_g = ċ ⊙ i ⊙ (1 − g²)
/// for each gate:  ∂L/∂W += δ xᵀ   ∂L/∂U += δ hᵀ   ∂L/∂b += δ   ∂L/∂x += Wᵀ δ   ∂L/∂h += Uᵀ δ
/// ∂L/∂c = ċ ⊙ f
/// </code>
/// </summary>
internal sealed class VectorLstmBackward(VectorLstm layer, VectorLstmStep[] steps)
    : RecurrentPass([.. steps.Select(step => step.NewHidden)])
{
    public override RecurrentState Last => new(steps[^1].NewHidden, steps[^1].NewCell);

    private protected override StateGradients GoBack(double[] lastHidden)
    {
        var size = layer.HiddenSize;
        var (dHidden, dCell, dInputs) = (new double[steps.Length][], new double[steps.Length][], new double[steps.Length][]);
        var (dh, dc) = (lastHidden, new double[size]);
        var (df, di, dg, dOut) = (new double[size], new double[size], new double[size], new double[size]);

        for (var t = steps.Length - 1; t >= 0; t--)
        {
            var s = steps[t];
            var previousCell = new double[size];
            for (var k = 0; k < size; k++)
            {
                dc[k] += dh[k] * s.O[k] * (1 - s.Shown[k] * s.Shown[k]);
                df[k] = dc[k] * s.C[k] * s.F[k] * (1 - s.F[k]);
                di[k] = dc[k] * s.G[k] * s.I[k] * (1 - s.I[k]);
                dg[k] = dc[k] * s.I[k] * (1 - s.G[k] * s.G[k]);
                dOut[k] = dh[k] * s.Shown[k] * s.O[k] * (1 - s.O[k]);
                previousCell[k] = dc[k] * s.F[k];
            }

            var (dx, previousHidden) = (new double[layer.InputSize], new double[size]);
            layer.Forget.Back(df, s.X, s.H, dx, previousHidden);
            layer.Input.Back(di, s.X, s.H, dx, previousHidden);
            layer.Candidate.Back(dg, s.X, s.H, dx, previousHidden);
            layer.Output.Back(dOut, s.X, s.H, dx, previousHidden);

            (dHidden[t], dCell[t], dInputs[t]) = (dh, dc, dx);
            (dh, dc) = (previousHidden, previousCell);
        }

        return new StateGradients(dHidden, dCell, dInputs);
    }
}
