namespace TorchSharp;

/// <summary>
/// Random orthogonal matrices: normal numbers, made orthogonal column by column (Gram and Schmidt, twice over, which is as good as a QR
/// decomposition whose R has a positive diagonal).
/// </summary>
internal static class OrthogonalMatrix
{
    internal static Tensor Fill(Tensor tensor, double gain)
    {
        var rows = tensor.size(0);
        var columns = tensor.numel() / Math.Max(1, rows);
        using var work = EngineWork.Begin();
        using var draws = Tensor.New(Layout.Of(rows, columns), tensor.dtype);
        TensorFill.Normal(draws, 0, 1, null);
        using var numbers = draws.to(ScalarType.Float64, copy: true);
        var matrix = numbers.Elements<double>();

        // Of a wide matrix the rows are made orthogonal, of a tall one the columns.
        if (rows < columns) Orthogonalise(matrix, (int)rows, (int)columns, (int)columns, 1);
        else Orthogonalise(matrix, (int)columns, (int)rows, 1, (int)columns);
        foreach (ref var value in matrix) value *= gain;
        using var shaped = numbers.view(tensor.shape);
        return tensor.copy_(shaped);
    }

    /// <param name="a">The matrix.</param>
    /// <param name="count">How many vectors.</param>
    /// <param name="length">Elements of a vector.</param>
    /// <param name="step">From one vector to the next.</param>
    /// <param name="stride">From one element of a vector to the next.</param>
    private static void Orthogonalise(Span<double> a, int count, int length, int step, int stride)
    {
        for (var v = 0; v < count; v++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var u = 0; u < v; u++)
                {
                    var along = 0.0;
                    for (var i = 0; i < length; i++) along += a[u * step + i * stride] * a[v * step + i * stride];
                    for (var i = 0; i < length; i++) a[v * step + i * stride] -= along * a[u * step + i * stride];
                }
            }

            var squares = 0.0;
            for (var i = 0; i < length; i++) squares += a[v * step + i * stride] * a[v * step + i * stride];
            var norm = Math.Sqrt(squares);
            for (var i = 0; i < length; i++) a[v * step + i * stride] /= norm;
        }
    }
}
