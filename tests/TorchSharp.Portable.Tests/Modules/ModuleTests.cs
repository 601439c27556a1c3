using TorchSharp.Modules;
using TorchSharp.Portable.Tests.Conformance;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Modules;

public sealed class ModuleTests
{
    [Fact]
    public void Parameters_of_a_shared_module_come_once()
    {
        var net = new Shared();
        Assert.Equal(["a.weight", "a.bias"], net.named_parameters().Select(p => p.name));
        Assert.Equal(2, net.parameters().Count());
    }

    [Fact]
    public void The_list_of_parameters_follows_later_registrations()
    {
        var net = new Layered();
        Assert.Equal(4, net.parameters().Count());
        net.layers.Add(Linear(3, 1));
        Assert.Equal(["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "layers.2.weight", "layers.2.bias"],
            net.named_parameters().Select(p => p.name));
        net.layers[0].weight = Parameter(ones(2, 1));
        Assert.Equal(1f, net.parameters().First()[0, 0].item<float>());
    }

    [Fact]
    public void A_dictionary_of_modules_registers_under_its_keys()
    {
        var net = new Named();
        Assert.Equal(["parts.left.weight", "parts.right.weight"], net.named_parameters().Select(p => p.name));
        Assert.True(net.parts.ContainsKey("left"));
        Assert.Equal(["left", "right"], net.parts.keys());
    }

    [Fact]
    public void Names_with_points_and_names_taken_are_refused()
    {
        var net = new Unregistered();
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", Linear(1, 1)));
        net.register_module("a", Linear(1, 1));
        Assert.Throws<ArgumentException>(() => net.register_module("a", Linear(1, 1)));
        net.register_buffer("running", ones(1), persistent: false);
        Assert.Throws<ArgumentException>(() => net.register_buffer("running", ones(1)));
        Assert.DoesNotContain("running", net.state_dict().Keys);
        Assert.True(net.has_buffer("running"));
    }

    [Fact]
    public void Changing_the_element_type_keeps_the_parameters_and_their_optimizer()
    {
        var layer = Linear(3, 2);
        var weight = layer.weight;
        using var optimizer = optim.Adam(layer.parameters(), 0.1);
        Step(float32);
        layer.@double();
        Assert.Same(weight, layer.weight);
        Assert.Equal(float64, layer.weight.dtype);
        var before = layer.weight.detach().clone();
        Step(float64);
        Assert.False(layer.weight.allclose(before));

        void Step(ScalarType type)
        {
            layer.zero_grad();
            layer.call(ones(4, 3, dtype: type)).sum().backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Another_device_is_refused_with_a_hint()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Linear(1, 1).cuda());
        Assert.Contains("--profile official", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_can_be_dropped_or_zeroed()
    {
        var layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        layer.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], layer.weight.grad!.data<float>().ToArray());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void Hooks_change_input_and_output_until_they_are_removed()
    {
        var layer = Identity();
        var seen = new List<string>();
        var before = layer.register_forward_pre_hook((_, x) => x + 1);
        var after = layer.register_forward_hook((_, x, y) => y * 10);
        layer.register_forward_hook(module => seen.Add(module.GetName()));
        Assert.Equal(30f, layer.call(tensor(2f)).item<float>());
        before.remove();
        after.remove();
        Assert.Equal(2f, layer.call(tensor(2f)).item<float>());
        Assert.Equal(["Identity", "Identity"], seen);
    }

    [Fact]
    public void A_hook_of_a_module_with_two_inputs_changes_both()
    {
        var loss = MSELoss();
        loss.register_forward_pre_hook((_, input, target) => (input * 2, target + 1));
        Assert.Equal(9f, loss.call(tensor(2f), tensor(0f)).item<float>());
    }

    [Fact]
    public void A_part_of_a_sequence_shares_its_modules()
    {
        var all = Sequential(Linear(2, 3), ReLU(), Linear(3, 1));
        var head = all[..2];
        Assert.Equal(2, head.Count);
        Assert.Same(all[0], head[0]);
        var x = ones(1, 2);
        Assert.True(((Linear)all[2]).call(head.call(x)).allclose(all.call(x)));
        Assert.Equal(1, all[(2, null)].Count);
    }

    [Fact]
    public void A_state_dict_that_does_not_fit_is_refused_and_nothing_is_copied()
    {
        var layer = Linear(2, 2);
        var before = layer.weight.detach().clone();
        var wrongNames = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2) };
        Assert.Throws<InvalidOperationException>(() => layer.load_state_dict(wrongNames));
        var wrongShape = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["bias"] = ones(3) };
        Assert.Throws<ArgumentException>(() => layer.load_state_dict(wrongShape));
        Assert.True(layer.weight.allclose(before));
        var (missing, unexpected) = layer.load_state_dict(wrongNames, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Empty(unexpected);
        Assert.True(layer.weight.allclose(ones(2, 2)));
    }

    [Fact]
    public void A_model_built_inside_a_scope_trains_after_it()
    {
        Net net;
        using (NewDisposeScope()) net = new Net();
        net.call(tensor(new long[,] { { 1, 2 } })).sum().backward();
        Assert.All(net.parameters(), p => Assert.NotNull(p.grad));
    }

    [Fact]
    public void Attributes_name_components()
    {
        var net = new Attributed();
        Assert.Equal(["fc1.weight", "fc1.bias"], net.named_parameters().Select(p => p.name));
    }

    private sealed class Shared : Module<Tensor, Tensor>
    {
        private readonly Linear a = Linear(2, 2);
        private readonly Linear b;

        internal Shared() : base("Shared")
        {
            b = a;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => b.call(a.call(input));
    }

    private sealed class Layered : Module<Tensor, Tensor>
    {
        internal readonly ModuleList<Linear> layers = ModuleList(Linear(1, 2), Linear(2, 3));

        internal Layered() : base("Layered") => RegisterComponents();

        public override Tensor forward(Tensor input) => layers.Aggregate(input, (x, layer) => layer.call(x));
    }

    private sealed class Named : Module<Tensor, Tensor>
    {
        internal readonly ModuleDict<Linear> parts = ModuleDict(("left", Linear(1, 1, hasBias: false)), ("right", Linear(1, 1, hasBias: false)));

        internal Named() : base("Named") => RegisterComponents();

        public override Tensor forward(Tensor input) => parts["left"].call(input) + parts["right"].call(input);
    }

    private sealed class Attributed : Module<Tensor, Tensor>
    {
        [TorchSharp.Utils.ComponentName(Name = "fc1")]
        private readonly Linear _first = Linear(1, 1);

        internal Attributed() : base("Attributed") => RegisterComponents();

        public override Tensor forward(Tensor input) => _first.call(input);
    }
}
