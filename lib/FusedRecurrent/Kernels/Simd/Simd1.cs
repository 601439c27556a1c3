using System.Numerics;
using System.Runtime.CompilerServices;

namespace FusedRecurrent.Kernels.Simd;

/// <summary>One element: the tails of rows, and machines without vectors.</summary>
internal readonly unsafe struct Simd1<T>(T value) : ISimd<Simd1<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _value = value;

    public static int Count => 1;

    public T Value => _value;

    public static Simd1<T> Zero => default;

    private static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Create(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Constant(double value) => IsSingle ? new((T)(object)(float)value) : new((T)(object)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Load(T* source) => new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd1<T> value, T* target) => *target = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> operator +(Simd1<T> a, Simd1<T> b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> operator -(Simd1<T> a, Simd1<T> b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> operator *(Simd1<T> a, Simd1<T> b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> operator /(Simd1<T> a, Simd1<T> b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> operator -(Simd1<T> a) => new(-a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Fma(Simd1<T> a, Simd1<T> b, Simd1<T> c) => new(T.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Sqrt(Simd1<T> a) => new(T.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Abs(Simd1<T> a) => new(T.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> AtMost(Simd1<T> a, Simd1<T> limit) => limit._value < a._value ? limit : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> AtLeast(Simd1<T> a, Simd1<T> limit) => limit._value > a._value ? limit : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> LessThan(Simd1<T> a, Simd1<T> b) => Mask(a._value < b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Equal(Simd1<T> a, Simd1<T> b) => Mask(a._value == b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Select(Simd1<T> mask, Simd1<T> whenOnes, Simd1<T> whenZeros) => ToBits(mask) != 0 ? whenOnes : whenZeros;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> And(Simd1<T> a, Simd1<T> b) => FromBits(ToBits(a) & ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Or(Simd1<T> a, Simd1<T> b) => FromBits(ToBits(a) | ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> Xor(Simd1<T> a, Simd1<T> b) => FromBits(ToBits(a) ^ ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> AddBits(Simd1<T> a, Simd1<T> b) => FromBits(ToBits(a) + ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> SubtractBits(Simd1<T> a, Simd1<T> b) => FromBits(ToBits(a) - ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd1<T> ShiftLeft(Simd1<T> a, int count) => FromBits(ToBits(a) << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd1<T> Mask(bool condition) => FromBits(condition ? -1L : 0L);

    /// <summary>The bits, sign-extended to 64 for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToBits(Simd1<T> a) => IsSingle
        ? BitConverter.SingleToInt32Bits((float)(object)a._value)
        : BitConverter.DoubleToInt64Bits((double)(object)a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Simd1<T> FromBits(long bits) => IsSingle
        ? new((T)(object)BitConverter.Int32BitsToSingle((int)bits))
        : new((T)(object)BitConverter.Int64BitsToDouble(bits));
}
