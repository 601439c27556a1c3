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

    /// <summary>Whether a network's outputs are cut off at zero (ReLU), and not squeezed between −1 and 1 (tanh).</summary>
    internal bool IsRectified()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();

        // Large inputs of both signs: tanh would give negative outputs, ReLU gives none.
        Tensor x = linspace(-1000, 1000, 64 * InputWeight.shape[1], InputWeight.dtype, InputWeight.device).reshape(64, 1, -1);
        Tensor y = Run(x, training: false).Output;
        return y.ge(0).all().item<bool>() && y.gt(1).any().item<bool>();
    }

    private void CheckDropout()
    {
        Tensor state = get_rng_state();
        Tensor x = ones([8, 8, InputWeight.shape[1]], InputWeight.dtype, InputWeight.device);
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
