namespace LstmCourse.Scratch.Vector;

/// <summary>One step of a <see cref="VectorGru"/> with all that its way back needs: what went in, the gates, what came out.</summary>
internal sealed class VectorGruStep(double[] x, double[] h, double[] r, double[] z, double[] seen, double[] n, double[] newHidden)
{
    /// <summary>The input x, (input).</summary>
    public double[] X { get; } = x;

    /// <summary>The hidden state before the step, (hidden) as all that follow.</summary>
    public double[] H { get; } = h;

    public double[] R { get; } = r;

    public double[] Z { get; } = z;

    /// <summary>What meets the reset gate: r ⊙ h if it stands before the product with U, U h + b′ if it stands after.</summary>
    public double[] Seen { get; } = seen;

    public double[] N { get; } = n;

    public double[] NewHidden { get; } = newHidden;
}
