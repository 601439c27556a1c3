using System.Numerics;

namespace TorchSharp;

/// <summary>
/// The Mersenne Twister with 19937 bits of state (Matsumoto and Nishimura, 1998), the generator behind PyTorch's CPU tensors.
/// </summary>
internal sealed class Mt19937
{
    internal const int StateLength = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[StateLength];
    private readonly uint[] _draws = new uint[StateLength];

    internal Mt19937(uint seed) => Seed(seed);

    /// <summary>How many of the current 624 words are spent; 624 means that the next draw makes new ones.</summary>
    internal int Position { get; private set; }

    internal void Seed(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < StateLength; i++)
            _state[i] = 1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;
        Position = StateLength;
    }

    internal uint NextUInt32()
    {
        if (Position == StateLength) Twist();
        return _draws[Position++];
    }

    /// <summary>Two draws; the first gives the high half.</summary>
    internal ulong NextUInt64()
    {
        var high = (ulong)NextUInt32();
        return high << 32 | NextUInt32();
    }

    /// <summary>The next draws in pairs, at most so many and as far as they are made; none where a pair is only half made.</summary>
    internal ReadOnlySpan<uint> TakePairs(int most)
    {
        if (Position == StateLength) Twist();
        var taken = _draws.AsSpan(Position, 2 * Math.Min(most, (StateLength - Position) / 2));
        Position += taken.Length;
        return taken;
    }

    internal ReadOnlySpan<uint> Words => _state;

    internal void Restore(ReadOnlySpan<uint> words, int position)
    {
        words.CopyTo(_state);
        Temper();
        Position = position;
    }

    // Dropout asks for hundreds of thousands of draws at every training step, so they are made many at a time; the bits are the same either way.
    private void Twist()
    {
        Mix(0, StateLength - Shift, Shift);
        Mix(StateLength - Shift, StateLength - 1, Shift - StateLength);
        _state[^1] = Mixed(_state[^1], _state[0], _state[Shift - 1]);
        Temper();
        Position = 0;
    }

    /// <summary>New words from each word, the one after it, and the one at a distance, which is far enough not to be among those just made.</summary>
    private void Mix(int from, int to, int distance)
    {
        var i = from;
        for (; Vector.IsHardwareAccelerated && i <= to - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var mixed = (new Vector<uint>(_state, i) & new Vector<uint>(0x80000000u)) | (new Vector<uint>(_state, i + 1) & new Vector<uint>(0x7fffffffu));
            var odd = (Vector<uint>.Zero - (mixed & Vector<uint>.One)) & new Vector<uint>(0x9908b0dfu);
            (new Vector<uint>(_state, i + distance) ^ (mixed >>> 1) ^ odd).CopyTo(_state, i);
        }

        for (; i < to; i++) _state[i] = Mixed(_state[i], _state[i + 1], _state[i + distance]);
    }

    private static uint Mixed(uint word, uint next, uint distant)
    {
        var mixed = (word & 0x80000000u) | (next & 0x7fffffffu);
        return distant ^ (mixed >> 1) ^ ((0 - (mixed & 1)) & 0x9908b0dfu);
    }

    /// <summary>Turns the words of the state into draws.</summary>
    private void Temper()
    {
        var i = 0;
        for (; Vector.IsHardwareAccelerated && i <= StateLength - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var y = new Vector<uint>(_state, i);
            y ^= y >>> 11;
            y ^= (y << 7) & new Vector<uint>(0x9d2c5680u);
            y ^= (y << 15) & new Vector<uint>(0xefc60000u);
            (y ^ (y >>> 18)).CopyTo(_draws, i);
        }

        for (; i < StateLength; i++)
        {
            var y = _state[i];
            y ^= y >> 11;
            y ^= (y << 7) & 0x9d2c5680u;
            y ^= (y << 15) & 0xefc60000u;
            _draws[i] = y ^ (y >> 18);
        }
    }
}
