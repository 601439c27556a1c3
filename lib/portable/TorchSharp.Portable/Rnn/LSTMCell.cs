using TorchSharp.Kernels.Recurrent;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="inputSize">Features of the input.</param>
            /// <param name="hiddenSize">Features of the hidden state.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static LSTMCell LSTMCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                return new LSTMCell(inputSize, hiddenSize, bias, dtype);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of an <see cref="LSTM"/> layer.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly RecurrentCell _cell;

        internal LSTMCell(long inputs, long hidden, bool bias, ScalarType? dtype) : base(nameof(LSTMCell))
        {
            NamesItsComponents();
            _cell = new RecurrentCell(CellKind.Lstm, inputs, hidden, bias, dtype, register_parameter);
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
        /// <param name="h0_c0">The hidden and the cell state before, each [batch, hidden].</param>
        /// <returns>The hidden and the cell state after.</returns>
        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            // TorchSharp hands libtorch two empty states here, and libtorch refuses them.
            if (h0_c0 is not { } state)
            {
                throw TorchError.Of(
                    $"Input batch size {input.size(0)} doesn't match hidden[0] batch size 0\n"
                    + "expected the states before, for the first step (zeros(batch, hidden), zeros(batch, hidden)), got none");
            }
            var (hidden, cell) = _cell.Step(input, state.Item1, state.Item2);
            return (hidden, cell!);
        }
    }
}
