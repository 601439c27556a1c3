namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A stream of random numbers with PyTorch's values for the same seed. Not meant to be shared between threads: every fill takes
    /// a lock, so that nothing breaks, but the order of two threads' draws is up to chance.
    /// </summary>
    public class Generator : IDisposable
    {
        internal const ulong DefaultSeed = 67280421310721;

        /// <summary>Of how many equally likely numbers <see cref="NextDouble"/> gives one.</summary>
        internal const ulong DoubleRange = 1ul << 53;

        private ulong _seed;
        private double? _spareNormal;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            _seed = seed;
            Engine = new Mt19937((uint)seed);
        }

        public static Generator Default { get; } = new(DefaultSeed);

        public Device device { get; }

        internal Mt19937 Engine { get; }

        internal Lock Gate { get; } = new();

        public Generator manual_seed(long seed)
        {
            lock (Gate)
            {
                _seed = (ulong)seed;
                Engine.Seed((uint)seed);
                _spareNormal = null;
            }
            return this;
        }

        /// <summary>Seeds from the operating system's entropy and returns that seed.</summary>
        public long seed()
        {
            var fresh = System.Random.Shared.NextInt64();
            manual_seed(fresh);
            return fresh;
        }

        public long initial_seed() => (long)_seed;

        /// <summary>The state as 5,056 bytes, in PyTorch's layout.</summary>
        public Tensor get_state()
        {
            var state = Tensor.New([GeneratorState.Length], ScalarType.Byte);
            lock (Gate) GeneratorState.Write(state.RawBytes(), _seed, Engine, _spareNormal);
            return state;
        }

        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.dtype != ScalarType.Byte) throw TorchError.Of("RNG state must be a torch.ByteTensor");
            using var work = EngineWork.Begin();
            using var dense = value.Dense();
            lock (Gate) (_seed, _spareNormal) = GeneratorState.Read(dense.RawBytes(), Engine);
        }

        /// <summary>The next uniform number in [0, 1) with 53 random bits.</summary>
        internal double NextDouble() => NextDoubleBits() * (1.0 / DoubleRange);

        /// <summary>The same as a whole number below <see cref="DoubleRange"/>.</summary>
        internal ulong NextDoubleBits() => DoubleBits(Engine.NextUInt32(), Engine.NextUInt32());

        /// <summary>The whole number that two draws make.</summary>
        internal static ulong DoubleBits(uint first, uint second) => ((ulong)first << 32 | second) & (DoubleRange - 1);

        /// <summary>The next uniform number in [0, 1) with 24 random bits.</summary>
        internal float NextSingle() => (Engine.NextUInt32() & ((1u << 24) - 1)) * (1f / (1 << 24));

        /// <summary>
        /// One standard normal number by Box and Muller's method. The method gives two; the second waits for the next call, across
        /// tensors, until the generator is seeded anew.
        /// </summary>
        internal double NextNormal()
        {
            if (_spareNormal is { } spare)
            {
                _spareNormal = null;
                return spare;
            }
            var turn = NextDouble();
            var radius = Math.Sqrt(-2 * PreciseMath.Log(1 - NextDouble()));
            var (sin, cos) = PreciseMath.SinCos(2 * Math.PI * turn);
            _spareNormal = radius * sin;
            return radius * cos;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
