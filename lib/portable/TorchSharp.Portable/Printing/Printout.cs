namespace TorchSharp.Printing;

/// <summary>A tensor's elements as numbers in logical order, read through coordinates. What the three styles print from.</summary>
internal sealed class Printout : IDisposable
{
    private readonly Tensor _dense;

    internal Printout(Tensor tensor, PrintOptions options)
    {
        using (EngineWork.Begin()) _dense = tensor.Dense();
        Options = options;
    }

    internal PrintOptions Options { get; }

    internal long[] Sizes => _dense.Layout.Sizes;

    internal int Rank => Sizes.Length;

    internal ScalarType Type => _dense.dtype;

    internal long Count => _dense.Layout.Count;

    internal static string Of(Tensor tensor, TensorStringStyle style, PrintOptions options)
    {
        if (style == TensorStringStyle.Default) style = PrintOptions.Default.Style;
        if (style == TensorStringStyle.Metadata) return Metadata(tensor);
        using var printout = new Printout(tensor, options);
        return style switch
        {
            TensorStringStyle.Julia => Metadata(tensor) + JuliaStyle.Print(printout),
            TensorStringStyle.Numpy => NestedStyle.Numpy(printout),
            TensorStringStyle.CSharp => Metadata(tensor) + ", value = " + NestedStyle.CSharp(printout),
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, $"Unsupported tensor string style: {style}"),
        };
    }

    /// <summary>Such as [2x3], type = Float32, device = cpu.</summary>
    internal static string Metadata(Tensor tensor) => $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    /// <summary>The element with this number in logical order.</summary>
    internal string Text(long index) => Options.Text(Type, Type switch
    {
        ScalarType.Float32 => _dense.Elements<float>()[(int)index],
        ScalarType.Float64 => _dense.Elements<double>()[(int)index],
        ScalarType.Int64 => _dense.Elements<long>()[(int)index],
        ScalarType.Int32 => _dense.Elements<int>()[(int)index],
        ScalarType.Bool => _dense.Elements<bool>()[(int)index],
        _ => (long)_dense.Elements<byte>()[(int)index],
    });

    public void Dispose() => _dense.Dispose();
}
