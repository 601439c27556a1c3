namespace TorchSharp;

/// <summary>Type and shape of a tensor in a file.</summary>
internal readonly record struct TensorHeader(ScalarType Type, long[] Shape)
{
    /// <summary>The length of the elements; no more than a file can hold.</summary>
    internal long Bytes
    {
        get
        {
            var bytes = (long)Dtype.Size(Type);
            foreach (var size in Shape)
            {
                if (size != 0 && bytes > long.MaxValue / size)
                    throw new InvalidDataException($"expected the shape of a tensor, got {Layout.Describe(Shape)}");
                bytes *= size;
            }
            return bytes;
        }
    }
}
