namespace LstmCourse.Scratch.Vector;

/// <summary>
/// Back-propagation through time of a <see cref="VectorGru"/>, last step to first, with ḣ for ∂L/∂h′:
/// <code>
/// δ_z = ḣ ⊙ (h − n) ⊙ z ⊙ (1 − z)     δ_n = ḣ ⊙ (1 − z) ⊙ (1 − n²)     ∂L/∂h = ḣ ⊙ z
/// reset gate before the product, q = r ⊙ h:       q̇ = Uᵀ δ_n    δ_r = q̇ ⊙ h ⊙ r ⊙ (1 − r)      ∂L/∂h += q̇ ⊙ r
/// reset gate after the product, q = U h + b′:     q̇ = δ_n ⊙ r   δ_r = δ_n ⊙ q ⊙ r ⊙ (1 − r)    ∂L/∂h += Uᵀ q̇
/// for both gates:  ∂L/∂W += δ xᵀ   ∂L/∂U += δ hᵀ   ∂L/∂b += δ   ∂L/∂x += Wᵀ δ   ∂L/∂h += Uᵀ δ
/// </code>
/// </summary>
internal sealed class VectorGruBackward(VectorGru layer, VectorGruStep[] steps)
    : RecurrentPass([.. steps.Select(step => step.NewHidden)])
{
    public override RecurrentState Last => new(steps[^1].NewHidden);

    private protected override StateGradients GoBack(double[] lastHidden)
    {
        var size = layer.HiddenSize;
        var (dHidden, dInputs) = (new double[steps.Length][], new double[steps.Length][]);
        var dh = lastHidden;
        var (dz, dn, dr) = (new double[size], new double[size], new double[size]);

        for (var t = steps.Length - 1; t >= 0; t--)
        {
            var s = steps[t];
            var (dx, previous) = (new double[layer.InputSize], new double[size]);
            for (var k = 0; k < size; k++)
            {
                dz[k] = dh[k] * (s.H[k] - s.N[k]) * s.Z[k] * (1 - s.Z[k]);
                dn[k] = dh[k] * (1 - s.Z[k]) * (1 - s.N[k] * s.N[k]);
                previous[k] = dh[k] * s.Z[k];
            }

            if (layer.Order == ResetOrder.BeforeProduct) BackBefore(s, dn, dr, dx, previous);
            else BackAfter(s, dn, dr, dx, previous);
            layer.Reset.Back(dr, s.X, s.H, dx, previous);
            layer.Update.Back(dz, s.X, s.H, dx, previous);

            (dHidden[t], dInputs[t]) = (dh, dx);
            dh = previous;
        }

        return new StateGradients(dHidden, [], dInputs);
    }

    private void BackBefore(VectorGruStep s, double[] dn, double[] dr, double[] dx, double[] previous)
    {
        var dSeen = new double[dr.Length];
        layer.Candidate.Back(dn, s.X, s.Seen, dx, dSeen);
        for (var k = 0; k < dr.Length; k++)
        {
            dr[k] = dSeen[k] * s.H[k] * s.R[k] * (1 - s.R[k]);
            previous[k] += dSeen[k] * s.R[k];
        }
    }

    private void BackAfter(VectorGruStep s, double[] dn, double[] dr, double[] dx, double[] previous)
    {
        var dSeen = new double[dr.Length];
        for (var k = 0; k < dr.Length; k++)
        {
            dr[k] = dn[k] * s.Seen[k] * s.R[k] * (1 - s.R[k]);
            dSeen[k] = dn[k] * s.R[k];
        }

        layer.Candidate.W.AccumulateOuter(dn, s.X);
        layer.Candidate.B.Accumulate(dn);
        layer.Candidate.W.AddTransposedProduct(dn, dx);
        layer.Candidate.U.AccumulateOuter(dSeen, s.H);
        layer.RecurrentBias.Accumulate(dSeen);
        layer.Candidate.U.AddTransposedProduct(dSeen, previous);
    }
}
