namespace TorchSharp;

/// <summary>
/// A model's tensors in TorchSharp's format: their number as LEB128, then for each its name (a length-prefixed UTF-8 string) and the tensor.
/// </summary>
internal static class ModuleFile
{
    internal static void Save(BinaryWriter writer, Dictionary<string, Tensor> tensors, IList<string>? skip)
    {
        var wanted = tensors.Where(t => skip is null || !skip.Contains(t.Key)).ToList();
        writer.WriteLeb128(wanted.Count);
        foreach (var (name, tensor) in wanted)
        {
            writer.Write(name);
            TensorFormat.Write(writer, tensor);
        }
        writer.Flush();
    }

    /// <summary>Reads everything before it changes anything, so that a damaged file leaves the model as it was.</summary>
    /// <param name="reader">At the first byte of the file.</param>
    /// <param name="tensors">The model's tensors by name.</param>
    /// <param name="strict">Whether a name that only one side has is an error.</param>
    /// <param name="skip">Names to leave alone.</param>
    /// <param name="loaded">Receives each name with whether it was loaded.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="ArgumentException">The file belongs to another model.</exception>
    internal static void Load(
        BinaryReader reader, Dictionary<string, Tensor> tensors, bool strict, IList<string>? skip, Dictionary<string, bool>? loaded)
    {
        var found = new List<(string Name, byte[] Elements)>();
        var others = new List<string>();
        try
        {
            ReadAll(reader, tensors, strict, skip, found, others);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException || e.GetType() == typeof(IOException))
        {
            throw new InvalidDataException(
                $"expected a model of {tensors.Count} tensors in TorchSharp's format, got a file that is damaged after {found.Count} of them", e);
        }

        foreach (var (name, elements) in found) TensorFormat.Fill(tensors[name], elements);
        if (loaded is null) return;
        foreach (var name in tensors.Keys) loaded[name] = false;
        foreach (var name in others) loaded[name] = false;
        foreach (var (name, _) in found) loaded[name] = true;
    }

    private static void ReadAll(
        BinaryReader reader, Dictionary<string, Tensor> tensors, bool strict, IList<string>? skip,
        List<(string Name, byte[] Elements)> found, List<string> others)
    {
        var entries = reader.ReadLeb128();
        var skipped = skip?.Count(tensors.ContainsKey) ?? 0;
        if (strict && entries != tensors.Count && entries != tensors.Count - skipped)
            throw new ArgumentException($"Mismatched state_dict sizes: expected {tensors.Count}, but found {entries} entries.");

        for (var i = 0L; i < entries; i++)
        {
            var name = reader.ReadString();
            var header = TensorFormat.ReadHeader(reader, name);
            if (!tensors.TryGetValue(name, out var target) && strict)
            {
                throw new ArgumentException(
                    $"Mismatched module state names: the target modules does not have a submodule or buffer named '{name}'");
            }
            if (target is null || (skip?.Contains(name) ?? false))
            {
                TensorFormat.SkipElements(reader, header, name);
                others.Add(name);
                continue;
            }
            TensorFormat.CheckFit(header, target, name);
            found.Add((name, TensorFormat.ReadElements(reader, header, name)));
        }
    }
}
