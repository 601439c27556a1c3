using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="inputSize">Features of the input.</param>
            /// <param name="hiddenSize">Features of the hidden state, and of the output in each direction.</param>
            /// <param name="numLayers">Layers above one another.</param>
            /// <param name="nonLinearity">Tanh, or ReLU.</param>
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="batchFirst">Whether input and output are [batch, time, feature] and not [time, batch, feature].</param>
            /// <param name="dropout">Dropout behind every layer but the last.</param>
            /// <param name="bidirectional">Whether a second layer runs beside each from the last step to the first.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                return new RNN(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, dtype);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>
    /// The recurrent network of Elman (1990): for each step h = tanh(W_ih·x + b_ih + W_hh·h + b_hh), or max(0, …).
    /// </summary>
    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal RNN(
            long inputs, long hidden, long layers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, ScalarType? dtype)
            : base(nameof(RNN))
        {
            NamesItsComponents();
            _stack = new RecurrentStack(nonLinearity.Cell(), inputs, hidden, layers, bias, batchFirst, dropout, bidirectional, dtype, register_parameter);
        }

        /// <param name="input">[time, batch, feature], or [batch, time, feature] with batchFirst.</param>
        /// <param name="h0">The first hidden states [layers·directions, batch, hidden]; null for zeros.</param>
        /// <returns>The last layer's hidden states of all steps, and the last hidden state of every layer and direction.</returns>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            var sequence = RecurrentInput.Check(_stack, input);
            RecurrentInput.CheckState(_stack, h0, sequence.Batch, "hidden");
            var order = _stack.BatchFirst ? RowOrder.BatchFirst : RowOrder.TimeFirst;
            var (output, hidden, _) = RecurrentOperation.Run(_stack, input, h0, null, sequence, order, training);
            return (output, hidden);
        }

        public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            RecurrentInput.CheckFeatures(_stack, input.data);
            var sequence = input.Shape();
            RecurrentInput.CheckState(_stack, h0, sequence.Batch, "hidden");
            using var sorted = input.Sort(h0);
            var (output, hidden, _) = RecurrentOperation.Run(_stack, input.data, sorted, null, sequence, RowOrder.Packed, training);
            return (input.With(output), input.Unsort(hidden));
        }

        /// <summary>Without effect: the parameters need no particular place in memory here.</summary>
        public void flatten_parameters()
        {
        }

        /// <param name="idx">The layer.</param>
        public Parameter? get_weight_ih(long idx) => get_parameter($"weight_ih_l{idx}");

        /// <param name="idx">The layer.</param>
        public Parameter? get_weight_hh(long idx) => get_parameter($"weight_hh_l{idx}");

        /// <param name="idx">The layer.</param>
        public Parameter? get_bias_ih(long idx) => get_parameter($"bias_ih_l{idx}");

        /// <param name="idx">The layer.</param>
        public Parameter? get_bias_hh(long idx) => get_parameter($"bias_hh_l{idx}");
    }
}
