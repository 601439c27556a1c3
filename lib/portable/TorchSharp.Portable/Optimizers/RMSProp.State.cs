namespace TorchSharp.Modules;

public partial class RMSProp
{
    public class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        /// <summary>All three tensors exist whatever the options, as in TorchSharp's files.</summary>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            square_avg = Zeros();
            momentum_buffer = Zeros();
            grad_avg = Zeros();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.Write(step);
            TensorFormat.Write(writer, square_avg);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            step = reader.ReadInt64();
            square_avg = ReadTensor(reader);
            momentum_buffer = ReadConditionalTensor(reader) ?? Zeros();
            grad_avg = ReadConditionalTensor(reader) ?? Zeros();
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Dispose();
            step = other.step;
            square_avg = Copy(other.square_avg)!;
            momentum_buffer = Copy(other.momentum_buffer);
            grad_avg = Copy(other.grad_avg);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && state.step == step && Close(square_avg, state.square_avg)
            && Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}
