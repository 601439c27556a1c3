using TorchSharp.Indexing;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Part of the tensor, as in Python. Numbers and ranges give a view, tensors of places and masks a copy.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => Indexer.Set(this, indices, value);
        }

        /// <summary>The elements at places, or where a mask holds.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => Indexer.Set(this, AsIndices(indices), value);
        }

        public Tensor this[params long[] indices]
        {
            get => Pick(indices);
            set => Place(indices, value);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Place([i1], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => Pick([i1, i2]);
            set => Place([i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Pick([i1, i2, i3]);
            set => Place([i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Pick([i1, i2, i3, i4]);
            set => Place([i1, i2, i3, i4], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Pick([i1, i2, i3, i4, i5]);
            set => Place([i1, i2, i3, i4, i5], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Pick([i1, i2, i3, i4, i5, i6]);
            set => Place([i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor index(params TensorIndex[] indices) => Indexer.Get(this, indices);

        public Tensor index(params Tensor[] indices) => Indexer.Get(this, AsIndices(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Indexer.Set(this, indices, value, accumulate);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, AsIndices(indices), false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => index_put_(value, AsIndices(indices), accumulate);

        /// <summary>The elements where the mask holds, in one row.</summary>
        public Tensor masked_select(Tensor mask)
        {
            ArgumentNullException.ThrowIfNull(mask);
            if (mask.dtype != ScalarType.Bool) throw TorchError.Of("masked_select: expected BoolTensor for mask");
            Tensor input, full;
            using (EngineWork.Begin())
            {
                long[] sizes = [.. Broadcasting.Join(Layout, mask.Layout).Sizes];
                if (sizes.Length == 0) sizes = [1];
                input = expand(sizes);
                full = mask.expand(sizes);
            }
            using (input)
            using (full) return Places.Get(input, [full]);
        }

        /// <summary>A row of coordinates for each element other than zero.</summary>
        public Tensor nonzero() => Places.NonZero(this);

        public Tensor argwhere() => Places.NonZero(this);

        private Tensor Pick(ReadOnlySpan<long> indices)
        {
            var view = this;
            using (EngineWork.Begin())
            {
                foreach (var index in indices)
                {
                    var next = view.select(0, index);
                    if (!ReferenceEquals(view, this)) view.Dispose();
                    view = next;
                }
            }
            return ReferenceEquals(view, this) ? alias() : view.WithRoot(this).Publish();
        }

        private void Place(ReadOnlySpan<long> indices, Tensor value)
        {
            using var work = EngineWork.Begin();
            using var view = Pick(indices);
            Indexer.Assign(view, value);
        }

        private static TensorIndex[] AsIndices(Tensor[] tensors) => Array.ConvertAll(tensors, static tensor => TensorIndex.Tensor(tensor));
    }
}
