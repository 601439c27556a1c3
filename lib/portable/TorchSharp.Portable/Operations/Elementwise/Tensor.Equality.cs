using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>|tensor − target| ≤ atol + rtol·|target| for every element.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.allclose(target, rtol, atol, equal_nan);
    }

    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.isclose(other, rtol, atol, nanEqual);
    }

    public static Tensor equal(Tensor tensor, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.eq(target);
    }

    public partial class Tensor
    {
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var work = EngineWork.Begin();
            using var close = isclose(target, rtol, atol, equal_nan);
            return !close.Elements<bool>().Contains(false);
        }

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            ArgumentNullException.ThrowIfNull(other);
            if (other.dtype != dtype)
                throw TorchError.Of($"{Dtype.TorchName(dtype)} did not match {Dtype.TorchName(other.dtype)}");
            var close = New(Broadcasting.Join(Layout, other.Layout), ScalarType.Bool);
            using var work = EngineWork.Begin();
            using var recording = GradMode.Set(false);
            using var a = Doubles(this, close.Layout);
            using var b = Doubles(other, close.Layout);
            var x = a.Elements<double>();
            var y = b.Elements<double>();
            var answers = close.Elements<bool>();
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = x[i] == y[i] || (nanEqual && double.IsNaN(x[i]) && double.IsNaN(y[i]))
                    || (double.IsFinite(y[i]) && Math.Abs(x[i] - y[i]) <= atol + (rtol * Math.Abs(y[i])));
            }
            return close;

            static Tensor Doubles(Tensor tensor, Layout layout)
            {
                var doubles = New(layout, ScalarType.Float64);
                Copying.Copy(tensor, doubles);
                return doubles;
            }
        }

        /// <summary>The same shape, type and elements.</summary>
        public bool Equals(Tensor? target)
        {
            if (target is null) return false;
            if (ReferenceEquals(this, target)) return true;
            if (!Layout.SameSizes(target.Layout) || dtype != target.dtype) return false;
            using var work = EngineWork.Begin();
            using var same = eq(target);
            return !same.Elements<bool>().Contains(false);
        }

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
