using TorchSharp.Utils;

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

        /// <summary>The elements; <typeparamref name="T"/> must be exactly the tensor's type.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            _ = Memory;
            return new TensorAccessor<T>(this);
        }

        /// <summary>The elements as bytes.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!ValidLayout.IsContiguous) throw new NotSupportedException("Bytes() called on non-contiguous tensor.");
                return RawBytes();
            }
            set
            {
                if (!ValidLayout.IsContiguous) throw new NotSupportedException("SetBytes() called on non-contiguous tensor.");
                if (value.Length != RawBytes().Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(RawBytes());
                InPlace.Done(this);
            }
        }

        /// <summary>Nested lists of <see cref="Scalar"/>.</summary>
        public object tolist()
        {
            if (ValidLayout.Rank == 0) return ToScalar();
            using var work = EngineWork.Begin();
            using var recording = GradMode.Set(false);
            var list = new System.Collections.ArrayList();
            for (var i = 0L; i < Layout.Sizes[0]; i++)
            {
                using var part = select(0, i);
                list.Add(part.tolist());
            }
            return list;
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
