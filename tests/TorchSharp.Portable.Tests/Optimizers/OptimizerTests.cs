using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Optimizers;

public sealed class OptimizerTests
{
    public static TheoryData<string> Kinds => ["SGD", "Adam", "AdamW", "RMSProp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Saved_state_goes_on_where_it_was(string kind)
    {
        var (layer, optimizer) = Trained(kind, 3);
        using var model = new MemoryStream();
        using var state = new MemoryStream();
        layer.save(model);
        optimizer.save_state_dict(new BinaryWriter(state));
        Train(layer, optimizer, 2);

        var resumed = Linear(4, 2);
        model.Position = state.Position = 0;
        resumed.load(model);
        var other = Make(kind, resumed.parameters(), 0.9);
        other.load_state_dict(new BinaryReader(state));
        Assert.Equal(0.05, other.ParamGroups.Single().LearningRate);
        Train(resumed, other, 2);
        Assert.Equal(layer.weight.data<float>().ToArray(), resumed.weight.data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Damaged_or_foreign_state_is_refused_and_leaves_the_optimizer_as_it_was(string kind)
    {
        var (_, optimizer) = Trained(kind, 2);
        var before = Saved(optimizer);
        for (var length = 0; length < before.Length; length += 11)
            Assert.Throws<InvalidDataException>(() => optimizer.load_state_dict(new BinaryReader(new MemoryStream(before[..length]))));

        var foreign = Saved(Trained(kind == "SGD" ? "Adam" : "SGD", 1).Optimizer);
        Assert.StartsWith("Mismatched optimizer type",
            Assert.Throws<InvalidDataException>(() => optimizer.load_state_dict(new BinaryReader(new MemoryStream(foreign)))).Message,
            StringComparison.Ordinal);

        var wider = Make(kind, Linear(9, 2).parameters(), 0.05);
        if (kind != "SGD")
            Assert.Throws<ArgumentException>(() => optimizer.load_state_dict(new BinaryReader(new MemoryStream(Saved(wider)))));
        Assert.Equal(before, Saved(optimizer));
    }

    [Fact]
    public void Adam_files_have_the_bytes_of_TorchSharp()
    {
        var parameter = new Parameter(zeros(1));
        using var optimizer = optim.Adam([parameter], 0.5);
        using var expected = new MemoryStream();
        var writer = new BinaryWriter(expected);
        writer.Write("Adam");
        writer.Write((byte)1);
        writer.Write((byte)1);
        foreach (var number in new[] { 0.5, 0.5, 0.9, 0.999, 1e-8, 0 }) writer.Write(number);
        writer.Write(false);
        writer.Write(false);
        writer.Write(0L);
        byte[] zero = [6, 1, 1, 0, 0, 0, 0];
        writer.Write(zero);
        writer.Write(zero);
        writer.Write(false);
        Assert.Equal(expected.ToArray(), Saved(optimizer));
    }

    [Fact]
    public void State_dictionaries_are_copied()
    {
        var (_, one) = Trained("Adam", 3);
        var (_, other) = Trained("Adam", 1);
        other.load_state_dict(one.state_dict());
        Assert.All(one.state_dict().State.Zip(other.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        one.Dispose();
        Assert.False(((Adam.State)other.state_dict().State[0]).exp_avg.IsInvalid);
    }

    [Fact]
    public void Groups_have_options_of_their_own_and_take_the_rest_from_the_optimizer()
    {
        var (a, b) = (new Parameter(ones(1)), new Parameter(ones(1)));
        using var optimizer = optim.SGD([new SGD.ParamGroup([a], new SGD.Options { LearningRate = 1 }), new SGD.ParamGroup { Parameters = [b] }], 0.1);
        a.grad = ones(1);
        b.grad = ones(1);
        optimizer.step();
        Assert.Equal(0f, a.item<float>());
        Assert.Equal(0.9f, b.item<float>());
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup { Parameters = [a] }));
        optimizer.add_param_group(new SGD.ParamGroup { Parameters = [new Parameter(ones(1))] });
        Assert.Equal([1, 0.1, 0.1], optimizer.ParamGroups.Select(g => g.LearningRate));
    }

    [Fact]
    public void A_closure_computes_the_loss_even_where_gradients_are_off()
    {
        var p = new Parameter(tensor(new[] { 3f }));
        using var optimizer = optim.SGD([p], 0.1);
        using var off = no_grad();
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var value = (p * p).sum();
            value.backward();
            return value;
        });
        Assert.Equal(9f, loss!.item<float>());
        Assert.Equal(2.4f, p.item<float>(), 1e-6f);
    }

    [Fact]
    public void A_parameter_over_a_transposed_view_is_changed_where_it_lies()
    {
        var source = arange(6, dtype: float32).reshape(2, 3);
        var view = new Parameter(source.t());
        view.grad = ones(3, 2);
        using var optimizer = optim.SGD([view], 1);
        optimizer.step();
        Assert.Equal([-1f, 2, 0, 3, 1, 4], view.data<float>().ToArray());
    }

    [Fact]
    public void Parameters_without_gradient_stay_and_zero_grad_keeps_the_tensor()
    {
        var (a, b) = (new Parameter(ones(2)), new Parameter(ones(2)));
        using var optimizer = optim.Adam([a, b], 0.1, weight_decay: 1);
        a.grad = ones(2);
        optimizer.step();
        optimizer.zero_grad();
        Assert.Equal([0f, 0f], a.grad!.data<float>().ToArray());
        Assert.Equal([1f, 1f], b.data<float>().ToArray());
        Assert.Null(b.grad);
    }

    [Fact]
    public void Values_are_clipped_element_by_element()
    {
        var p = new Parameter(zeros(3));
        p.grad = tensor(new[] { -5f, 0.5f, 5f });
        nn.utils.clip_grad_value_([p], 1);
        Assert.Equal([-1f, 0.5f, 1f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Parameters_become_a_vector_and_return()
    {
        var layer = Linear(2, 2);
        var vector = nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal(6, vector.numel());
        nn.utils.vector_to_parameters(arange(6, dtype: float32), layer.parameters());
        Assert.Equal([4f, 5f], layer.bias!.data<float>().ToArray());
    }

    [Theory]
    [InlineData(-1, 0.9, 0.999)]
    [InlineData(0.1, 1, 0.999)]
    [InlineData(0.1, 0.9, -0.1)]
    public void Impossible_numbers_are_refused(double lr, double beta1, double beta2) =>
        Assert.Throws<ArgumentException>(() => optim.Adam([new Parameter(ones(1))], lr, beta1, beta2));

    private static (Linear Layer, OptimizerHelper Optimizer) Trained(string kind, int steps)
    {
        var layer = Linear(4, 2);
        var optimizer = Make(kind, layer.parameters(), 0.05);
        Train(layer, optimizer, steps);
        return (layer, optimizer);
    }

    private static OptimizerHelper Make(string kind, IEnumerable<Parameter> parameters, double rate) => kind switch
    {
        "SGD" => optim.SGD(parameters, rate, momentum: 0.9),
        "Adam" => optim.Adam(parameters, rate, amsgrad: true),
        "AdamW" => optim.AdamW(parameters, rate, weight_decay: 0.1),
        _ => optim.RMSProp(parameters, rate, momentum: 0.5, centered: true),
    };

    private static void Train(Linear layer, optim.Optimizer optimizer, int steps)
    {
        var x = arange(12, dtype: float32).reshape(3, 4) / 12;
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            layer.call(x).square().sum().backward();
            optimizer.step();
        }
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        using var file = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(file));
        return file.ToArray();
    }
}
