using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Passes;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>
/// Finds out how one of TorchSharp's recurrent modules was made: what the names and shapes of its parameters do not tell, a few small
/// inputs do.
/// </summary>
internal sealed class LayerProbe
{
    private readonly nn.Module _module;
    private readonly double _dropout;
    private readonly Func<Tensor, (Tensor Output, Tensor Hidden)> _run;
    private readonly HashSet<string> _names;

    internal LayerProbe(nn.Module module, double dropout, Func<Tensor, (Tensor Output, Tensor Hidden)> run)
    {
        (_module, _dropout, _run) = (module, dropout, run);
        _names = [.. module.named_parameters().Select(parameter => parameter.name)];
    }

    private Tensor InputWeight => _module.get_parameter("weight_ih_l0")!;

    private long HiddenSize => _module.get_parameter("weight_hh_l0")!.shape[1];

    internal NetworkShape Shape(CellKind cell)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        int layers = Enumerable.Range(0, int.MaxValue).First(layer => !_names.Contains($"weight_ih_l{layer}"));

        // Two sequences of one step, or one of two: the states tell.
        var (_, h) = Run(ones([2, 1, InputWeight.shape[1]], InputWeight.dtype, InputWeight.device), training: false);
        bool batchFirst = h.shape[1] == 2;
        if (layers > 1 && _dropout == 0)
        {
            CheckDropout();
        }

        return ParameterSetup.Shape(
            cell, InputWeight.shape[1], HiddenSize, layers, _names.Contains("bias_ih_l0"), batchFirst, _dropout,
            _names.Contains("weight_ih_l0_reverse"));
    }

    /// <summary>
    /// Whether an Elman network cuts off at zero (ReLU) or squeezes (tanh): one step of its first layer shows, whatever the layers above
    /// make of it.
    /// </summary>
    internal bool IsRectified()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();

        // An input that drives the unit with the largest weights far above 1.
        Tensor sizes = InputWeight.abs().sum(1);
        Tensor unit = sizes.argmax();
        Tensor x = InputWeight[unit].sign() * (1000 / sizes[unit].clamp_min(1e-6));
        Tensor sum = InputWeight.mv(x);
        if (_names.Contains("bias_ih_l0"))
        {
            sum = sum + _module.get_parameter("bias_ih_l0")! + _module.get_parameter("bias_hh_l0")!;
        }

        Tensor h = Run(x.reshape(1, 1, -1), training: false).Hidden[0, 0];
        return (h - sum.relu()).abs().sum().lt((h - sum.tanh()).abs().sum()).item<bool>();
    }

    private void CheckDropout()
    {
        Tensor state = get_rng_state();
        long inputs = InputWeight.shape[1];
        Tensor x = linspace(-3, 3, 64 * inputs, InputWeight.dtype, InputWeight.device).reshape(8, 8, inputs);
        bool drops = !Run(x, training: true).Output.Equals(Run(x, training: false).Output);
        set_rng_state(state);
        if (drops)
        {
            throw new ArgumentException(
                "the layer drops out between its layers, and TorchSharp does not tell how much: give its dropout here too");
        }
    }

    private (Tensor Output, Tensor Hidden) Run(Tensor x, bool training)
    {
        bool was = _module.training;
        try
        {
            _module.train(training);
            return _run(x);
        }
        finally
        {
            _module.train(was);
        }
    }
}
