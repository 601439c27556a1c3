using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Conformance;

#pragma warning disable IDE0044, IDE0051, IDE0052, CS0414 // The fields are there to be found, or not found, by RegisterComponents.
#pragma warning disable CA1823, CA1051, CA1001, CA2213, IDE1006

internal sealed class Net : Module<Tensor, Tensor>
{
    public Embedding emb;
    public LSTM lstm;
    public Dropout drop;
    public Linear fc;

    public Net() : base("Net")
    {
        emb = Embedding(5, 4);
        lstm = LSTM(4, 6, batchFirst: true);
        drop = Dropout(0.3);
        fc = Linear(6, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var (_, hidden, _) = lstm.call(emb.call(input));
        return fc.call(drop.call(hidden[-1]));
    }
}

internal sealed class Unregistered : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(1, 1);

    public Unregistered() : base("Unregistered")
    {
    }

    public override Tensor forward(Tensor input) => fc.call(input);
}

internal sealed class WithBuffer : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(1, 1);
    private readonly Parameter w = Parameter(ones(2));

    public WithBuffer() : base("Buf")
    {
        register_buffer("mask", ones(3));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => fc.call(input);
}

internal sealed class WithList : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers = ModuleList(Linear(1, 2), Linear(2, 3));

    public WithList() : base("ML") => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        foreach (var layer in layers) input = layer.call(input);
        return input;
    }
}

internal sealed class WithArray : Module<Tensor, Tensor>
{
    private readonly Linear[] layers = [Linear(1, 2), Linear(2, 3)];

    public WithArray() : base("Arr") => RegisterComponents();

    public override Tensor forward(Tensor input) => input;
}

internal sealed class WithManyFields : Module<Tensor, Tensor>
{
    private readonly Linear _fc = Linear(1, 1);
    private readonly List<Linear> list = [Linear(1, 1)];
    private readonly Tensor mask = ones(2);
    private readonly Parameter w = Parameter(ones(1));

    public WithManyFields() : base("U") => RegisterComponents();

    public Linear Pub { get; } = Linear(1, 1);

    public override Tensor forward(Tensor input) => input;
}
