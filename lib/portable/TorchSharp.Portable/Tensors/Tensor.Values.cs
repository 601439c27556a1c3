namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The value of a tensor with one element; <typeparamref name="T"/> must be exactly its type.</summary>
        public T item<T>() where T : unmanaged
        {
            RequireClr<T>();
            if (Layout.Count != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            return First<T>();
        }

        public Scalar ToScalar() => new(ToNumber());

        /// <summary>The one element, whatever its type.</summary>
        internal Number ToNumber()
        {
            if (ValidLayout.Count != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            return dtype switch
            {
                ScalarType.Float32 => First<float>(),
                ScalarType.Float64 => First<double>(),
                ScalarType.Int64 => First<long>(),
                ScalarType.Int32 => First<int>(),
                ScalarType.Bool => First<byte>() != 0,
                _ => (long)First<byte>(),
            };
        }

        internal void RequireClr<T>() where T : unmanaged
        {
            if (Dtype.Clr(dtype) != typeof(T)) throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}
