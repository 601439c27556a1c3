namespace TorchSharp;

#pragma warning disable CS0660, CS0661 // Equality of tensors is asked element by element; Equals and GetHashCode stand in Tensor.Equality.cs.

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Comparison.Of<IsEqual>(this, target);

        public Tensor eq(Scalar target) => Comparison.Of<IsEqual>(this, target);

        public Tensor ne(Tensor target) => Comparison.Of<IsUnequal>(this, target);

        public Tensor ne(Scalar target) => Comparison.Of<IsUnequal>(this, target);

        public Tensor gt(Tensor target) => Comparison.Of<IsGreater>(this, target);

        public Tensor gt(Scalar target) => Comparison.Of<IsGreater>(this, target);

        public Tensor ge(Tensor target) => Comparison.Of<IsGreaterOrEqual>(this, target);

        public Tensor ge(Scalar target) => Comparison.Of<IsGreaterOrEqual>(this, target);

        public Tensor lt(Tensor target) => Comparison.Of<IsLess>(this, target);

        public Tensor lt(Scalar target) => Comparison.Of<IsLess>(this, target);

        public Tensor le(Tensor target) => Comparison.Of<IsLessOrEqual>(this, target);

        public Tensor le(Scalar target) => Comparison.Of<IsLessOrEqual>(this, target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>As <see cref="eq(Tensor)"/>: a Bool tensor, unlike torch.equal of Python.</summary>
        public Tensor equal(Tensor target) => eq(target);

        public Tensor logical_and(Tensor other) => Comparison.Of<BothTrue>(this, other);

        public Tensor logical_or(Tensor other) => Comparison.Of<EitherTrue>(this, other);

        public Tensor logical_xor(Tensor other) => Comparison.Of<OneTrue>(this, other);

        public Tensor logical_not() => Comparison.Of<IsEqual>(this, 0);

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);
    }
}
