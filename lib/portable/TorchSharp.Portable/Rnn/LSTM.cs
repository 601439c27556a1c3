using TorchSharp.Kernels.Recurrent;
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
            /// <param name="bias">Whether biases are added.</param>
            /// <param name="batchFirst">Whether input and output are [batch, time, feature] and not [time, batch, feature].</param>
            /// <param name="dropout">Dropout behind every layer but the last.</param>
            /// <param name="bidirectional">Whether a second layer runs beside each from the last step to the first.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Float32 or Float64; null for the default.</param>
            public static LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
            {
                Device.RequireCpu(device);
                return new LSTM(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>
    /// Long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers and others, 2000). For each step
    /// <code>
    /// i = σ(W_ii·x + b_ii + W_hi·h + b_hi)      f = σ(W_if·x + b_if + W_hf·h + b_hf)
    /// g = tanh(W_ig·x + b_ig + W_hg·h + b_hg)   o = σ(W_io·x + b_io + W_ho·h + b_ho)
    /// c = f·c + i·g                             h = o·tanh(c)
    /// </code>
    /// </summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal LSTM(
            long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, ScalarType? dtype)
            : base(nameof(LSTM))
        {
            NamesItsComponents();
            _stack = new RecurrentStack(
                CellKind.Lstm, inputs, hidden, layers, bias, batchFirst, dropout, bidirectional, dtype, register_parameter);
        }

        /// <param name="input">[time, batch, feature], or [batch, time, feature] with batchFirst.</param>
        /// <param name="h0_c0">The first hidden and cell states, each [layers·directions, batch, hidden]; null for zeros.</param>
        /// <returns>The last layer's hidden states of all steps, and the last hidden and cell states of every layer and direction.</returns>
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var sequence = RecurrentInput.Check(_stack, input);
            CheckStates(h0_c0, sequence.Batch);
            var order = _stack.BatchFirst ? RowOrder.BatchFirst : RowOrder.TimeFirst;
            var (output, hidden, cell) = RecurrentOperation.Run(_stack, input, h0_c0?.Item1, h0_c0?.Item2, sequence, order, training);
            return (output, hidden, cell!);
        }

        public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            RecurrentInput.CheckFeatures(_stack, input.data);
            var sequence = input.Shape();
            CheckStates(h0_c0, sequence.Batch);
            using var h0 = input.Sort(h0_c0?.Item1);
            using var c0 = input.Sort(h0_c0?.Item2);
            var (output, hidden, cell) = RecurrentOperation.Run(_stack, input.data, h0, c0, sequence, RowOrder.Packed, training);
            return (input.With(output), input.Unsort(hidden), input.Unsort(cell!));
        }

        /// <summary>Without effect: the parameters need no particular place in memory here.</summary>
        public void flatten_parameters()
        {
        }

        private void CheckStates((Tensor, Tensor)? states, long batch)
        {
            RecurrentInput.CheckState(_stack, states?.Item1, batch, "hidden[0]");
            RecurrentInput.CheckState(_stack, states?.Item2, batch, "hidden[1]");
        }
    }
}
