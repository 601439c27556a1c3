using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="inputSize">Features in: the size of the input's last dimension.</param>
            /// <param name="outputSize">Features out.</param>
            /// <param name="hasBias">Whether a bias is added.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                return new Linear(inputSize, outputSize, hasBias, dtype);
            }

            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>y = x·Wᵀ + b, with W [out, in] and b [out].</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        private Parameter _weight;
        private Parameter? _bias;

        internal Linear(long inputs, long outputs, bool hasBias, ScalarType? dtype) : base(nameof(Linear))
        {
            var bound = inputs > 0 ? 1 / Math.Sqrt(inputs) : 0;
            _weight = FreshParameter.Uniform([outputs, inputs], bound, dtype);
            _bias = hasBias ? FreshParameter.Uniform([outputs], bound, dtype) : null;
            (in_features, out_features) = (inputs, outputs);
            RegisterOwn();
        }

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            ArgumentNullException.ThrowIfNull(weight);
            (_weight, _bias) = (weight, bias);
            (in_features, out_features) = (weight.size(1), weight.size(0));
            RegisterOwn();
        }

        public long in_features { get; set; }

        public long out_features { get; set; }

        public Parameter weight
        {
            get => _weight;
            set => ReplaceParameter(nameof(weight), _weight = value);
        }

        public Parameter? bias
        {
            get => _bias;
            set => ReplaceParameter(nameof(bias), _bias = value);
        }

        public override Tensor forward(Tensor tensor) => LinearOperation.Apply(tensor, _weight, _bias);

        private void RegisterOwn()
        {
            NamesItsComponents();
            register_parameter(nameof(weight), _weight);
            if (_bias is not null) register_parameter(nameof(bias), _bias);
        }
    }
}
