using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="normalized_shape">The size of the last dimension.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether weight and bias are learnt.</param>
            /// <param name="bias">Whether there is a bias beside the weight.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            /// <param name="normalized_shape">The sizes of the last dimensions, which are normalised together.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether weight and bias are learnt.</param>
            /// <param name="bias">Whether there is a bias beside the weight.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                return new LayerNorm(normalized_shape, eps, elementwise_affine, bias, dtype);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>(x − mean)/√(variance + eps)·weight + bias over the last dimensions (Ba, Kiros and Hinton, 2016).</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private Parameter? _weight;
        private Parameter? _bias;

        internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, ScalarType? dtype) : base(nameof(LayerNorm))
        {
            (normalized_shape, this.eps, elementwise_affine) = (shape, eps, affine);
            NamesItsComponents();
            if (!affine) return;
            register_parameter(nameof(weight), _weight = FreshParameter.Constant(shape, 1, dtype));
            if (hasBias) register_parameter(nameof(bias), _bias = FreshParameter.Constant(shape, 0, dtype));
        }

        public long[] normalized_shape { get; set; }

        public double eps { get; set; }

        public bool elementwise_affine { get; set; }

        public Parameter? weight
        {
            get => _weight;
            set => ReplaceParameter(nameof(weight), _weight = value);
        }

        public Parameter? bias
        {
            get => _bias;
            set => ReplaceParameter(nameof(bias), _bias = value);
        }

        public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);

        public void reset_parameters()
        {
            if (_weight is not null) nn.init.ones_(_weight);
            if (_bias is not null) nn.init.zeros_(_bias);
        }
    }
}
