using System.Numerics;

namespace TorchSharp;

/// <summary>
/// Fills memory with draws in PyTorch's order, so that the same seed gives the same tensors.
/// </summary>
internal static class RandomFill
{
    /// <summary>From this length on PyTorch draws normal numbers in blocks of 16.</summary>
    private const int NormalBlock = 16;

    /// <summary>Uniform on [from, to).</summary>
    internal static void Uniform(torch.Generator generator, Span<float> target, double from, double to)
    {
        var (low, width) = ((float)from, (float)to - (float)from);
        lock (generator.Gate)
        {
            foreach (ref var value in target) value = MathF.FusedMultiplyAdd(generator.NextSingle(), width, low);
        }
    }

    /// <summary>Uniform on [from, to).</summary>
    internal static void Uniform(torch.Generator generator, Span<double> target, double from, double to)
    {
        lock (generator.Gate)
        {
            foreach (ref var value in target) value = Math.FusedMultiplyAdd(generator.NextDouble(), to - from, from);
        }
    }

    internal static void Normal(torch.Generator generator, Span<float> target, double mean, double std)
    {
        lock (generator.Gate)
        {
            if (target.Length >= NormalBlock)
            {
                foreach (ref var value in target) value = generator.NextSingle();
                for (var i = 0; i + NormalBlock <= target.Length; i += NormalBlock) Transform(target.Slice(i, NormalBlock), mean, std);
                if (target.Length % NormalBlock == 0) return;
                var tail = target[^NormalBlock..];
                foreach (ref var value in tail) value = generator.NextSingle();
                Transform(tail, mean, std);
            }
            else
            {
                foreach (ref var value in target) value = (float)(generator.NextNormal() * std + mean);
            }
        }
    }

    internal static void Normal(torch.Generator generator, Span<double> target, double mean, double std)
    {
        lock (generator.Gate)
        {
            if (target.Length >= NormalBlock)
            {
                foreach (ref var value in target) value = generator.NextDouble();
                for (var i = 0; i + NormalBlock <= target.Length; i += NormalBlock) Transform(target.Slice(i, NormalBlock), mean, std);
                if (target.Length % NormalBlock == 0) return;
                var tail = target[^NormalBlock..];
                foreach (ref var value in tail) value = generator.NextDouble();
                Transform(tail, mean, std);
            }
            else
            {
                foreach (ref var value in target) value = generator.NextNormal() * std + mean;
            }
        }
    }

    /// <summary>
    /// Integers on [low, high). A range of 2³² or more takes 64 bits a draw.
    /// </summary>
    internal static void Integers<T>(torch.Generator generator, Span<T> target, long low, long high)
        where T : unmanaged, INumberBase<T>
    {
        var range = unchecked((ulong)high - (ulong)low);
        lock (generator.Gate)
        {
            foreach (ref var value in target)
            {
                var draw = range >= 1ul << 32 ? generator.Engine.NextUInt64() : generator.Engine.NextUInt32();
                value = T.CreateTruncating(unchecked((long)(draw % range) + low));
            }
        }
    }

    /// <summary>1 with probability <paramref name="p"/>, else 0.</summary>
    internal static void Bernoulli<T>(torch.Generator generator, Span<T> target, double p)
        where T : unmanaged, INumberBase<T>
    {
        // NextDouble() < p, said of the whole numbers that it would scale; and read from a table, since no processor can foresee a branch on chance.
        var below = (ulong)Math.Ceiling(p * torch.Generator.DoubleRange);
        ReadOnlySpan<T> values = [T.Zero, T.One];
        lock (generator.Gate)
        {
            for (var done = 0; done < target.Length;)
            {
                var pairs = generator.Engine.TakePairs(target.Length - done);
                if (pairs.IsEmpty) target[done++] = values[IsBelow(generator.NextDoubleBits(), below)];
                for (var i = 0; i + 1 < pairs.Length; i += 2)
                    target[done++] = values[IsBelow(torch.Generator.DoubleBits(pairs[i], pairs[i + 1]), below)];
            }
        }

        static int IsBelow(ulong bits, ulong limit) => (int)((bits - limit) >> 63);
    }

    /// <summary>1 with each element's own probability, else 0.</summary>
    internal static void Bernoulli(torch.Generator generator, Span<float> target, ReadOnlySpan<float> probabilities)
    {
        lock (generator.Gate)
        {
            for (var i = 0; i < target.Length; i++) target[i] = generator.NextSingle() < probabilities[i] ? 1 : 0;
        }
    }

    /// <summary>1 with each element's own probability, else 0.</summary>
    internal static void Bernoulli(torch.Generator generator, Span<double> target, ReadOnlySpan<double> probabilities)
    {
        lock (generator.Gate)
        {
            for (var i = 0; i < target.Length; i++) target[i] = generator.NextDouble() < probabilities[i] ? 1 : 0;
        }
    }

    /// <summary>The numbers 0 … n−1 in random order.</summary>
    internal static void Permutation<T>(torch.Generator generator, Span<T> target)
        where T : unmanaged, INumberBase<T>
    {
        for (var i = 0; i < target.Length; i++) target[i] = T.CreateTruncating(i);
        lock (generator.Gate)
        {
            for (var i = 0; i < target.Length - 1; i++)
            {
                var other = i + (int)(generator.Engine.NextUInt32() % (uint)(target.Length - i));
                (target[i], target[other]) = (target[other], target[i]);
            }
        }
    }

    /// <summary>Exponential with rate <paramref name="lambda"/>, by inversion.</summary>
    internal static void Exponential<T>(torch.Generator generator, Span<T> target, double lambda)
        where T : unmanaged, IFloatingPoint<T>
    {
        lock (generator.Gate)
        {
            foreach (ref var value in target)
                value = T.CreateTruncating(-1 / lambda * PreciseMath.Log(1 - generator.NextDouble()));
        }
    }

    /// <summary>Turns 16 uniform numbers into 16 normal ones: the first eight are radii, the last eight angles.</summary>
    private static void Transform(Span<float> block, double mean, double std)
    {
        for (var j = 0; j < NormalBlock / 2; j++)
        {
            var (x, y) = BoxMuller(1 - block[j], block[j + NormalBlock / 2]);
            block[j] = (float)(x * std + mean);
            block[j + NormalBlock / 2] = (float)(y * std + mean);
        }
    }

    private static void Transform(Span<double> block, double mean, double std)
    {
        for (var j = 0; j < NormalBlock / 2; j++)
        {
            var (x, y) = BoxMuller(1 - block[j], block[j + NormalBlock / 2]);
            block[j] = x * std + mean;
            block[j + NormalBlock / 2] = y * std + mean;
        }
    }

    private static (double X, double Y) BoxMuller(double radiusDraw, double turn)
    {
        var radius = Math.Sqrt(-2 * PreciseMath.Log(radiusDraw));
        var (sin, cos) = PreciseMath.SinCos(2 * Math.PI * turn);
        return (radius * cos, radius * sin);
    }
}
