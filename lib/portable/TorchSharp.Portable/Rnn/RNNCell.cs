using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="inputSize">Features of the input.</param>
            /// <param name="hiddenSize">Features of the hidden state.</param>
            /// <param name="nonLinearity">Tanh, or ReLU.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                return new RNNCell(inputSize, hiddenSize, nonLinearity, bias, dtype);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of an <see cref="RNN"/> layer.</summary>
    public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly RecurrentCell _cell;

        internal RNNCell(long inputs, long hidden, nn.NonLinearities nonLinearity, bool bias, ScalarType? dtype) : base(nameof(RNNCell))
        {
            NamesItsComponents();
            _cell = new RecurrentCell(nonLinearity.Cell(), inputs, hidden, bias, dtype, register_parameter);
        }

        public Parameter? weight_ih
        {
            get => _cell[0];
            set => ReplaceParameter(nameof(weight_ih), _cell[0] = value);
        }

        public Parameter? weight_hh
        {
            get => _cell[1];
            set => ReplaceParameter(nameof(weight_hh), _cell[1] = value);
        }

        public Parameter? bias_ih
        {
            get => _cell[2];
            set => ReplaceParameter(nameof(bias_ih), _cell[2] = value);
        }

        public Parameter? bias_hh
        {
            get => _cell[3];
            set => ReplaceParameter(nameof(bias_hh), _cell[3] = value);
        }

        /// <param name="input">[batch, feature].</param>
        /// <param name="h0">The hidden state before, [batch, hidden]; null for zeros.</param>
        /// <returns>The hidden state after.</returns>
        public override Tensor forward(Tensor input, Tensor? h0 = null) => _cell.Step(input, h0, null).Hidden;
    }
}
