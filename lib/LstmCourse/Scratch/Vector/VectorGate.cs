namespace LstmCourse.Scratch.Vector;

/// <summary>One of the blocks of an LSTM or a GRU layer: the sum W x + U h + b before it is squashed.</summary>
internal sealed class VectorGate
{
    public VectorGate(string name, int inputSize, int hiddenSize, double limit, double bias, Random random)
    {
        W = new Parameter($"W_{name}", hiddenSize, inputSize).Uniform(limit, random);
        U = new Parameter($"U_{name}", hiddenSize, hiddenSize).Uniform(limit, random);
        B = new Parameter($"b_{name}", hiddenSize, 1).Fill(bias);
    }

    public Parameter W { get; }

    public Parameter U { get; }

    public Parameter B { get; }

    /// <summary>W, U and b.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get
        {
            yield return W;
            yield return U;
            yield return B;
        }
    }

    /// <summary>squash(W x + U h + b), (hidden).</summary>
    public double[] Open(double[] x, double[] h, Func<double, double> squash)
    {
        var values = (double[])B.Values.Clone();
        W.AddProduct(x, values);
        U.AddProduct(h, values);
        for (var k = 0; k < values.Length; k++) values[k] = squash(values[k]);
        return values;
    }

    /// <summary>Takes the gradient δ of the sum: adds the weights' gradients, and passes it on to dx and dh.</summary>
    public void Back(double[] delta, double[] x, double[] h, double[] dx, double[] dh)
    {
        W.AccumulateOuter(delta, x);
        U.AccumulateOuter(delta, h);
        B.Accumulate(delta);
        W.AddTransposedProduct(delta, dx);
        U.AddTransposedProduct(delta, dh);
    }
}
