namespace LstmCourse.Scratch.Vector;

/// <summary>
/// A matrix of weights that learns: its values and, beside each one, the gradient of the loss. A vector is a matrix of one column.
/// </summary>
public sealed class Parameter
{
    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="name">What it is called in the equations, such as <c>U_f</c>.</param>
    /// <param name="rows">How many numbers come out of a product with it.</param>
    /// <param name="columns">How many numbers go in.</param>
    public Parameter(string name, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        (Name, Rows, Columns) = (name, rows, columns);
        Values = new double[rows * columns];
        Gradient = new double[rows * columns];
    }

    /// <summary>What it is called in the equations.</summary>
    public string Name { get; }

    /// <summary>How many numbers come out of a product with it.</summary>
    public int Rows { get; }

    /// <summary>How many numbers go in.</summary>
    public int Columns { get; }

    /// <summary>The weights, row after row.</summary>
    public double[] Values { get; }

    /// <summary>∂L/∂weight, in the order of <see cref="Values"/>. Backward passes add to it.</summary>
    public double[] Gradient { get; }

    /// <summary>Fills the values evenly from −limit to limit, and returns this.</summary>
    public Parameter Uniform(double limit, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (var k = 0; k < Values.Length; k++) Values[k] = (2 * random.NextDouble() - 1) * limit;
        return this;
    }

    /// <summary>Sets every value, and returns this.</summary>
    public Parameter Fill(double value)
    {
        Array.Fill(Values, value);
        return this;
    }

    /// <summary>y += M x</summary>
    internal void AddProduct(ReadOnlySpan<double> x, Span<double> y)
    {
        for (var row = 0; row < Rows; row++) y[row] += FixedOrder.Dot(Values.AsSpan(row * Columns, Columns), x);
    }

    /// <summary>dx += Mᵀ dy</summary>
    internal void AddTransposedProduct(ReadOnlySpan<double> dy, Span<double> dx)
    {
        for (var row = 0; row < Rows; row++) FixedOrder.AddScaled(dy[row], Values.AsSpan(row * Columns, Columns), dx);
    }

    /// <summary>∂L/∂M += dy xᵀ</summary>
    internal void AccumulateOuter(ReadOnlySpan<double> dy, ReadOnlySpan<double> x)
    {
        for (var row = 0; row < Rows; row++) FixedOrder.AddScaled(dy[row], x, Gradient.AsSpan(row * Columns, Columns));
    }

    /// <summary>∂L/∂v += dy, for a vector v</summary>
    internal void Accumulate(ReadOnlySpan<double> dy) => FixedOrder.AddScaled(1, dy, Gradient);
}
