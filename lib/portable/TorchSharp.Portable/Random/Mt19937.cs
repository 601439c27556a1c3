namespace TorchSharp;

/// <summary>
/// The Mersenne Twister with 19937 bits of state (Matsumoto and Nishimura, 1998), the generator behind PyTorch's CPU tensors.
/// </summary>
internal sealed class Mt19937
{
    internal const int StateLength = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[StateLength];

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
        var y = _state[Position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    /// <summary>Two draws; the first gives the high half.</summary>
    internal ulong NextUInt64()
    {
        var high = (ulong)NextUInt32();
        return high << 32 | NextUInt32();
    }

    internal ReadOnlySpan<uint> Words => _state;

    internal void Restore(ReadOnlySpan<uint> words, int position)
    {
        words.CopyTo(_state);
        Position = position;
    }

    private void Twist()
    {
        for (var i = 0; i < StateLength; i++)
        {
            var mixed = (_state[i] & 0x80000000u) | (_state[(i + 1) % StateLength] & 0x7fffffffu);
            _state[i] = _state[(i + Shift) % StateLength] ^ (mixed >> 1) ^ ((mixed & 1) == 0 ? 0 : 0x9908b0dfu);
        }
        Position = 0;
    }
}
