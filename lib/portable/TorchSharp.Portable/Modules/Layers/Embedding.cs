using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="num_embeddings">Rows of the table: indices go from 0 to one less.</param>
            /// <param name="embedding_dims">The width of a row.</param>
            /// <param name="padding_idx">A row that starts as zeros and gets no gradient; a negative one counts from the end.</param>
            /// <param name="max_norm">Rows that are looked up are first shortened to this norm.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often their index occurs.</param>
            /// <param name="sparse">Without effect: gradients are always dense here.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                var table = FreshParameter.Normal([num_embeddings, embedding_dims], dtype);
                return new Embedding(table, padding_idx, max_norm, norm_type, scale_grad_by_freq, clearPadding: true);
            }

            /// <param name="embeddings">The table, [rows, width].</param>
            /// <param name="freeze">Whether the table stays as it is in training.</param>
            /// <param name="padding_idx">A row that gets no gradient.</param>
            /// <param name="max_norm">Rows that are looked up are first shortened to this norm.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often their index occurs.</param>
            /// <param name="sparse">Without effect: gradients are always dense here.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for that of <paramref name="embeddings"/>.</param>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                ArgumentNullException.ThrowIfNull(embeddings);
                Device.RequireCpu(device);
                if (embeddings.ndim != 2) throw TorchError.Of("Embeddings parameter is expected to be 2-dimensional");
                using var outside = no_grad();
                var table = new Parameter(
                    dtype is { } type && type != embeddings.dtype ? embeddings.to_type(type) : embeddings.detach(), requires_grad: !freeze);
                return new Embedding(table, padding_idx, max_norm, norm_type, scale_grad_by_freq, clearPadding: false);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Looks up rows of a table: input of indices, any shape; output of that shape with the row's width behind it.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly EmbeddingOptions _options;
        private Parameter _weight;

        internal Embedding(Parameter table, long? padding, double? maxNorm, double normType, bool scaleByFrequency, bool clearPadding)
            : base(nameof(Embedding))
        {
            var rows = table.size(0);
            if (padding < -rows || padding >= rows) throw TorchError.Of("Padding_idx must be within num_embeddings");
            _options = new EmbeddingOptions(padding < 0 ? padding + rows : padding, maxNorm, normType, scaleByFrequency);
            _weight = table;
            NamesItsComponents();
            register_parameter(nameof(weight), table);
            if (clearPadding && _options.Padding is { } row) EmbeddingOperation.ClearRow(table, row);
        }

        public Parameter weight
        {
            get => _weight;
            set => ReplaceParameter(nameof(weight), _weight = value);
        }

        public override Tensor forward(Tensor input) => EmbeddingOperation.Apply(_weight, input, _options);
    }
}
