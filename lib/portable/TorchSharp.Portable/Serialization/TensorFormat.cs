namespace TorchSharp;

/// <summary>
/// A tensor in TorchSharp's files: element type, number of dimensions and sizes as LEB128 numbers, then the elements row by row, little
/// endian.
/// </summary>
internal static class TensorFormat
{
    /// <summary>More dimensions than any model has; a larger number is a sign of a damaged file.</summary>
    private const int MostDimensions = 64;

    private const int Chunk = 1 << 20;

    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var work = EngineWork.Begin();
        using var dense = tensor.Dense();
        writer.WriteLeb128((long)dense.dtype);
        writer.WriteLeb128(dense.Layout.Rank);
        foreach (var size in dense.Layout.Sizes) writer.WriteLeb128(size);
        writer.Write(dense.RawBytes());
    }

    /// <summary>Reads type and shape; the elements come next in the stream.</summary>
    /// <exception cref="InvalidDataException">What follows in the stream is no tensor of a type that the engine holds.</exception>
    internal static TensorHeader ReadHeader(BinaryReader reader, string name)
    {
        var type = reader.ReadLeb128();
        if ((ScalarType)Math.Min(type, sbyte.MaxValue) is not (ScalarType.Byte or ScalarType.Int32 or ScalarType.Int64
            or ScalarType.Float32 or ScalarType.Float64 or ScalarType.Bool))
        {
            throw new InvalidDataException($"expected the element type of '{name}' (Float32 is 6, Float64 is 7), got {type}");
        }

        var rank = reader.ReadLeb128();
        if (rank > MostDimensions)
            throw new InvalidDataException($"expected at most {MostDimensions} dimensions of '{name}', got {rank}");

        var shape = new long[rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.ReadLeb128();
        return new TensorHeader((ScalarType)type, shape);
    }

    /// <summary>Reads the elements. The shape is one that the caller has checked.</summary>
    internal static byte[] ReadElements(BinaryReader reader, TensorHeader header, string name)
    {
        var bytes = new byte[header.Bytes];
        var read = reader.Read(bytes, 0, bytes.Length);
        while (read < bytes.Length)
        {
            var more = reader.Read(bytes, read, bytes.Length - read);
            if (more == 0) throw new InvalidDataException($"expected {bytes.Length} bytes of '{name}', got {read} before the end of the file");
            read += more;
        }
        return bytes;
    }

    /// <summary>Passes over the elements of a tensor that nobody wants.</summary>
    internal static void SkipElements(BinaryReader reader, TensorHeader header, string name)
    {
        for (var left = header.Bytes; left > 0;)
        {
            var passed = reader.ReadBytes((int)Math.Min(left, Chunk)).Length;
            if (passed == 0) throw new InvalidDataException($"expected {left} more bytes of '{name}', got the end of the file");
            left -= passed;
        }
    }

    /// <summary>Refuses a tensor of another shape or type than the target's.</summary>
    /// <exception cref="ArgumentException">They differ.</exception>
    internal static void CheckFit(TensorHeader header, Tensor target, string name)
    {
        if (!header.Shape.AsSpan().SequenceEqual(target.Layout.Sizes))
        {
            throw new ArgumentException(
                "Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin."
                + $"\n'{name}': expected {target.Layout.Describe()}, got {Layout.Describe(header.Shape)}");
        }
        if (header.Type != target.dtype)
        {
            throw new ArgumentException(
                "Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the origin."
                + $"\n'{name}': expected {target.dtype}, got {header.Type}");
        }
    }

    /// <summary>Puts elements that were read into a tensor of the same shape and type.</summary>
    internal static void Fill(Tensor target, byte[] elements)
    {
        using var work = EngineWork.Begin();
        using var dense = Tensor.New(target.Layout, target.dtype);
        elements.CopyTo(dense.RawBytes());
        Copying.Copy(dense, target);
        InPlace.Done(target);
    }
}
