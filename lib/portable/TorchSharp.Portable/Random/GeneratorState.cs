using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>
/// A generator's state in the 5,056 bytes that PyTorch keeps it in: seed (8), words left (4), seeded (4), next word (8), 624 words of 8
/// bytes, then the spare normal number: x (8), y (8), rho (8), valid (4); padding; a spare single and its flag, unused here.
/// </summary>
internal static class GeneratorState
{
    internal const int Length = 5056;

    private const int LeftAt = 8;
    private const int SeededAt = 12;
    private const int NextAt = 16;
    private const int WordsAt = 24;
    private const int SpareAt = WordsAt + 8 * Mt19937.StateLength;
    private const int SpareIsValidAt = SpareAt + 24;

    internal static void Write(Span<byte> target, ulong seed, Mt19937 engine, double? spare)
    {
        target.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(target, seed);
        BinaryPrimitives.WriteInt32LittleEndian(target[LeftAt..], Mt19937.StateLength - engine.Position + 1);
        BinaryPrimitives.WriteInt32LittleEndian(target[SeededAt..], 1);
        BinaryPrimitives.WriteInt64LittleEndian(target[NextAt..], engine.Position);
        for (var i = 0; i < Mt19937.StateLength; i++) BinaryPrimitives.WriteUInt64LittleEndian(target[(WordsAt + 8 * i)..], engine.Words[i]);
        BinaryPrimitives.WriteDoubleLittleEndian(target[(SpareAt + 8)..], spare ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(target[SpareIsValidAt..], spare is null ? 0 : 1);
    }

    internal static (ulong Seed, double? Spare) Read(ReadOnlySpan<byte> source, Mt19937 engine)
    {
        if (source.Length != Length) throw TorchError.Of($"Expected a CPUGeneratorImplState of size {Length} but found the input RNG state size to be {source.Length}");
        var words = new uint[Mt19937.StateLength];
        for (var i = 0; i < words.Length; i++) words[i] = (uint)BinaryPrimitives.ReadUInt64LittleEndian(source[(WordsAt + 8 * i)..]);
        var left = BinaryPrimitives.ReadInt32LittleEndian(source[LeftAt..]);
        if (left is < 1 or > Mt19937.StateLength + 1) throw TorchError.Of("Invalid mt19937 state");
        engine.Restore(words, Mt19937.StateLength - left + 1);
        var spare = BinaryPrimitives.ReadInt32LittleEndian(source[SpareIsValidAt..]) != 0;
        return (BinaryPrimitives.ReadUInt64LittleEndian(source), spare ? BinaryPrimitives.ReadDoubleLittleEndian(source[(SpareAt + 8)..]) : null);
    }
}
