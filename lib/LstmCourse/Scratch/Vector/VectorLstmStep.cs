namespace LstmCourse.Scratch.Vector;

/// <summary>One step of a <see cref="VectorLstm"/> with all that its way back needs: what went in, the gates, what came out.</summary>
internal sealed class VectorLstmStep(
    double[] x, double[] h, double[] c, double[] f, double[] i, double[] g, double[] o, double[] newCell, double[] shown,
    double[] newHidden)
{
    /// <summary>The input x, (input).</summary>
    public double[] X { get; } = x;

    /// <summary>The hidden state before the step, (hidden) as all that follow.</summary>
    public double[] H { get; } = h;

    /// <summary>The cell state before the step.</summary>
    public double[] C { get; } = c;

    public double[] F { get; } = f;

    public double[] I { get; } = i;

    public double[] G { get; } = g;

    public double[] O { get; } = o;

    public double[] NewCell { get; } = newCell;

    /// <summary>tanh of the new cell state.</summary>
    public double[] Shown { get; } = shown;

    public double[] NewHidden { get; } = newHidden;
}
