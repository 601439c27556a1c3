namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long[] shape => (long[])ValidLayout.Sizes.Clone();

        public Device device
        {
            get
            {
                _ = Memory;
                return CPU;
            }
        }

        public DeviceType device_type => device.type;

        public int device_index => device.index;

        public long ndim => ValidLayout.Rank;

        public long Dimensions => ValidLayout.Rank;

        public long NumberOfElements => ValidLayout.Count;

        public long ElementSize => Dtype.Size(dtype);

        public long dim() => ValidLayout.Rank;

        public long numel() => ValidLayout.Count;

        public long element_size() => Dtype.Size(dtype);

        public long[] size() => shape;

        public long size(int dim) => ValidLayout.Sizes[Layout.Dim(dim)];

        public long[] stride() => (long[])ValidLayout.Strides.Clone();

        public long stride(int dim) => ValidLayout.Strides[Layout.Dim(dim)];

        public long storage_offset() => Valid._offset;

        public bool is_contiguous() => ValidLayout.IsContiguous;

        public bool is_floating_point() => Dtype.IsFloat(dtype);

        public bool is_integral() => Dtype.IsIntegral(dtype) || dtype == ScalarType.Bool;

        public bool is_cpu() => true;

        public bool is_cuda => false;
    }
}
