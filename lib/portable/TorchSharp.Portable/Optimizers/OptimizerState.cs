namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter from step to step.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Makes the state of step 0.</summary>
    public virtual void Initialize(OptimizerOptions options)
    {
    }

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device) => Device.RequireCpu(device);

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(tensor is not null);
        if (tensor is not null) TensorFormat.Write(writer, tensor);
    }

    /// <summary>A row-major tensor of zeros in the parameter's shape and type, owned by the optimizer.</summary>
    private protected Tensor Zeros() => Tensor.NewZeros(_parameter.Layout, _parameter.dtype).DetachFromDisposeScope();

    /// <summary>Reads a tensor of the parameter's shape and type.</summary>
    private protected Tensor ReadTensor(BinaryReader reader)
    {
        var tensor = Zeros();
        var header = TensorFormat.ReadHeader(reader, "optimizer state");
        TensorFormat.CheckFit(header, tensor, "optimizer state");
        TensorFormat.Fill(tensor, TensorFormat.ReadElements(reader, header, "optimizer state"));
        return tensor;
    }

    private protected Tensor? ReadConditionalTensor(BinaryReader reader) => reader.ReadBoolean() ? ReadTensor(reader) : null;

    private protected static Tensor? Copy(Tensor? tensor) => tensor?.detach().clone().DetachFromDisposeScope();

    private protected static bool Close(Tensor? left, Tensor? right) =>
        left is null || right is null ? left is null && right is null : left.allclose(right);
}
