using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                /// <summary>A dataset whose sample i is row i of each of the tensors.</summary>
                public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Samples that are the rows of tensors with the same first size. It keeps handles of its own on them.</summary>
    public sealed class TensorDataset : utils.data.IterableDataset
    {
        private readonly Tensor[] _tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (tensors.Length == 0 || Array.Exists(tensors, tensor => tensor.ndim == 0 || tensor.size(0) != tensors[0].size(0)))
                throw new ArgumentException("All tensors must have the same first dimension size.", nameof(tensors));
            _tensors = Array.ConvertAll(tensors, tensor => tensor.alias().DetachFromDisposeScope());
        }

        public override long Count => _tensors[0].size(0);

        public IList<Tensor> this[long index] => GetTensor(index);

        public override IList<Tensor> GetTensor(long index) => Array.ConvertAll(_tensors, tensor => tensor.select(0, index));

        /// <summary>The rows of these numbers, stacked: what collating the samples one by one would give.</summary>
        internal IList<Tensor> Rows(long[] indices)
        {
            using var rows = tensor(indices);
            return Array.ConvertAll(_tensors, source => source.index_select(0, rows)).ToList();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                foreach (var tensor in _tensors) tensor.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
