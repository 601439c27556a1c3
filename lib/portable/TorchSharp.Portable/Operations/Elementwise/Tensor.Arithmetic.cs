namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Pointwise.Add(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Pointwise.Add(this, target, alpha);

        public Tensor add(Scalar scalar) => Pointwise.Add(this, scalar);

        public Tensor add_(Tensor target) => Pointwise.AddInPlace(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Pointwise.AddInPlace(this, target, alpha);

        public Tensor add_(Scalar scalar) => Pointwise.InPlace<Sum>(this, scalar, Pointwise.Add);

        public Tensor sub(Tensor target) => Pointwise.Subtract(this, target);

        public Tensor sub(Scalar target) => Pointwise.Subtract(this, target);

        public Tensor sub_(Tensor target) => Pointwise.InPlace<Difference>(this, target, Pointwise.Subtract);

        public Tensor sub_(Scalar target) => Pointwise.InPlace<Difference>(this, target, Pointwise.Subtract);

        public Tensor mul(Tensor target) => Pointwise.Multiply(this, target);

        public Tensor mul(Scalar target) => Pointwise.Multiply(this, target);

        public Tensor mul_(Tensor target) => Pointwise.InPlace<Product>(this, target, Pointwise.Multiply);

        public Tensor mul_(Scalar target) => Pointwise.InPlace<Product>(this, target, Pointwise.Multiply);

        public static Tensor operator +(Tensor left, Tensor right) => Pointwise.Add(left, right);

        public static Tensor operator +(Tensor left, Scalar right) => Pointwise.Add(left, right);

        public static Tensor operator +(Scalar left, Tensor right) => Pointwise.Add(right, left);

        public static Tensor operator +(Tensor left, int right) => Pointwise.Add(left, right);

        public static Tensor operator +(Tensor left, long right) => Pointwise.Add(left, right);

        public static Tensor operator +(Tensor left, float right) => Pointwise.Add(left, right);

        public static Tensor operator +(Tensor left, double right) => Pointwise.Add(left, right);

        public static Tensor operator +(int left, Tensor right) => Pointwise.Add(right, left);

        public static Tensor operator +(long left, Tensor right) => Pointwise.Add(right, left);

        public static Tensor operator +(float left, Tensor right) => Pointwise.Add(right, left);

        public static Tensor operator +(double left, Tensor right) => Pointwise.Add(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => Pointwise.Subtract(left, right);

        public static Tensor operator -(Tensor left, Scalar right) => Pointwise.Subtract(left, right);

        public static Tensor operator -(Scalar left, Tensor right) => Pointwise.SubtractFrom(left, right);

        public static Tensor operator -(Tensor left, int right) => Pointwise.Subtract(left, right);

        public static Tensor operator -(Tensor left, long right) => Pointwise.Subtract(left, right);

        public static Tensor operator -(Tensor left, float right) => Pointwise.Subtract(left, right);

        public static Tensor operator -(Tensor left, double right) => Pointwise.Subtract(left, right);

        public static Tensor operator -(int left, Tensor right) => Pointwise.SubtractFrom(left, right);

        public static Tensor operator -(long left, Tensor right) => Pointwise.SubtractFrom(left, right);

        public static Tensor operator -(float left, Tensor right) => Pointwise.SubtractFrom(left, right);

        public static Tensor operator -(double left, Tensor right) => Pointwise.SubtractFrom(left, right);

        public static Tensor operator *(Tensor left, Tensor right) => Pointwise.Multiply(left, right);

        public static Tensor operator *(Tensor left, Scalar right) => Pointwise.Multiply(left, right);

        public static Tensor operator *(Scalar left, Tensor right) => Pointwise.Multiply(right, left);

        public static Tensor operator *(Tensor left, int right) => Pointwise.Multiply(left, right);

        public static Tensor operator *(Tensor left, long right) => Pointwise.Multiply(left, right);

        public static Tensor operator *(Tensor left, float right) => Pointwise.Multiply(left, right);

        public static Tensor operator *(Tensor left, double right) => Pointwise.Multiply(left, right);

        public static Tensor operator *(int left, Tensor right) => Pointwise.Multiply(right, left);

        public static Tensor operator *(long left, Tensor right) => Pointwise.Multiply(right, left);

        public static Tensor operator *(float left, Tensor right) => Pointwise.Multiply(right, left);

        public static Tensor operator *(double left, Tensor right) => Pointwise.Multiply(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => Pointwise.Divide(left, right);

        public static Tensor operator /(Tensor left, Scalar right) => Pointwise.Divide(left, right);

        public static Tensor operator /(Scalar left, Tensor right) => Pointwise.DivideBy(left, right);

        public static Tensor operator /(Tensor left, int right) => Pointwise.Divide(left, right);

        public static Tensor operator /(Tensor left, long right) => Pointwise.Divide(left, right);

        public static Tensor operator /(Tensor left, float right) => Pointwise.Divide(left, right);

        public static Tensor operator /(Tensor left, double right) => Pointwise.Divide(left, right);

        public static Tensor operator /(int left, Tensor right) => Pointwise.DivideBy(left, right);

        public static Tensor operator /(long left, Tensor right) => Pointwise.DivideBy(left, right);

        public static Tensor operator /(float left, Tensor right) => Pointwise.DivideBy(left, right);

        public static Tensor operator /(double left, Tensor right) => Pointwise.DivideBy(left, right);

        public static Tensor operator -(Tensor tensor) => Pointwise.Negate(tensor);
    }
}
