using FusedRecurrent.Kernels.Optimizers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>
/// <c>optim.Adam</c> whose step is one pass over all parameters, made by
/// <see cref="Fused.Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>.
/// Groups, schedules and state files are those of <c>optim.Adam</c>; parameters that are not float32 or float64 on the CPU are stepped
/// by it.
/// </summary>
public abstract class FusedAdam : Adam, IFusedOptimizer
{
    private protected FusedAdam(
        IEnumerable<ParamGroup> groups, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad,
        bool maximize)
        : base(groups, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        Tensor? loss = OptimizerClosure.Run(closure);
        if (!TryStep(null, out _))
        {
            base.step(null);
        }

        return loss!;
    }

    /// <inheritdoc/>
    public double clip_and_step(double max_norm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max_norm);
        if (!TryStep(max_norm, out double norm))
        {
            norm = nn.utils.clip_grad_norm_(parameters(), max_norm);
            base.step(null);
        }

        return norm;
    }

    private bool TryStep(double? maxNorm, out double norm)
    {
        norm = 0;
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var slots = new List<Slot>();
        var states = new List<State>();
        foreach (ParamGroup group in _parameter_groups.Cast<ParamGroup>())
        {
            var options = group.Options;
            foreach (var parameter in group.Parameters)
            {
                if (parameter.grad is { } gradient)
                {
                    var state = (State)_state[parameter.Handle];
                    states.Add(state);
                    slots.Add(new(
                        parameter, gradient, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq, Numbers(options, state.step + 1)));
                }
            }
        }

        if (!FusedStep.CanRun(slots))
        {
            return false;
        }

        norm = FusedStep.Run(slots, maxNorm);
        states.ForEach(state => state.step++);
        return true;
    }

    private static AdamStep Numbers(Options options, long step)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value, rate = options.LearningRate!.Value;
        return new(
            options.maximize!.Value ? -1 : 1, beta1, beta2, options.eps!.Value, Penalty: options.weight_decay!.Value, Shrink: 1,
            rate / (1 - Math.Pow(beta1, step)), 1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
    }
}
