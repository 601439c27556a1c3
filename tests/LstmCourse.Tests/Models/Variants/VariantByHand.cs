using LstmCourse.Models.Variants;

namespace LstmCourse.Tests.Models.Variants;

/// <summary>
/// The equations of the variants for one unit and one input, in plain numbers: what the layers are held to. The weights are those of all
/// four parts in the order i, f, g, o, whether the variant has them or not.
/// </summary>
internal sealed record VariantByHand(double[] W, double[] U, double[] B, double[] P)
{
    /// <summary>The hidden state after each step.</summary>
    public double[] Read(string variant, double[] inputs)
    {
        var (h, c) = (0.0, 0.0);
        var hidden = new List<double>();
        foreach (var x in inputs)
        {
            double Sum(int part) => (W[part] * x) + (U[part] * h) + B[part];
            var (i, f) = (Sigmoid(Sum(0)), Sigmoid(Sum(1)));
            var g = Math.Tanh(Sum(2));
            if (variant == LstmVariant.Peephole.Name) (i, f) = (Sigmoid(Sum(0) + (P[0] * c)), Sigmoid(Sum(1) + (P[1] * c)));
            if (variant == LstmVariant.Coupled.Name) i = 1 - f;
            if (variant == LstmVariant.NoInputGate.Name) i = 1;
            if (variant == LstmVariant.NoForgetGate.Name) f = 1;
            if (variant == LstmVariant.LinearCandidate.Name) g = Sum(2);

            var cell = (f * c) + (i * g);
            var o = Sigmoid(variant == LstmVariant.Peephole.Name ? Sum(3) + (P[2] * cell) : Sum(3));
            if (variant == LstmVariant.NoOutputGate.Name) o = 1;
            (h, c) = (o * Math.Tanh(cell), cell);
            hidden.Add(h);
        }

        return [.. hidden];
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
