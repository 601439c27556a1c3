namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes the tensor in TorchSharp's own format: type, shape, elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(writer);
        TensorFormat.Write(writer, tensor);
    }

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads into a tensor of the same shape and type, or passes over what is there with <paramref name="skip"/>.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged.</exception>
    /// <exception cref="ArgumentException">Shape or type are others than this tensor's.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(reader);
        var header = TensorFormat.ReadHeader(reader, "tensor");
        TensorFormat.CheckFit(header, tensor, "tensor");
        if (skip) TensorFormat.SkipElements(reader, header, "tensor");
        else TensorFormat.Fill(tensor, TensorFormat.ReadElements(reader, header, "tensor"));
    }

    /// <summary>Reads a tensor, or passes over it and gives null with <paramref name="skip"/>.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged.</exception>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var header = TensorFormat.ReadHeader(reader, "tensor");
        if (skip)
        {
            TensorFormat.SkipElements(reader, header, "tensor");
            return null!;
        }
        var elements = TensorFormat.ReadElements(reader, header, "tensor");
        var tensor = Tensor.New(header.Shape, header.Type);
        elements.CopyTo(tensor.RawBytes());
        return tensor;
    }
}
