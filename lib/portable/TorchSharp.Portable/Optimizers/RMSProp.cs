using System.Numerics;
using TorchSharp.Kernels.Optimizers;

namespace TorchSharp.Modules;

/// <summary>RMSProp (Hinton, 2012): the gradient over the root of the running mean of its square.</summary>
public partial class RMSProp : OptimizerHelper, optim.IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        })
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0) throw new ArgumentException($"Invalid ε: {eps}");
        if (momentum < 0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (alpha < 0) throw new ArgumentException($"Invalid alpha: {alpha}");
        if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        AddGroups(parameters);
    }

    public double Momentum
    {
        get => ((Options)Defaults).momentum!.Value;
        set => ((Options)Defaults).momentum = value;
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (o, s) = ((Options)options, (State)state);
        s.step++;
        var step = new RmsPropStep(
            o.LearningRate!.Value, o.alpha!.Value, o.eps!.Value, o.weight_decay!.Value, o.momentum!.Value, o.maximize!.Value);
        ParameterMemory.Update(
            new RmsPropUpdate(step), parameter, gradient, s.square_avg, o.centered == true ? s.grad_avg : null,
            o.momentum > 0 ? s.momentum_buffer : null);
    }

    private readonly struct RmsPropUpdate(RmsPropStep step) : IParameterUpdate
    {
        public unsafe void Run<T>(T* parameter, T* gradient, T* first, T* second, T* third, long count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            RmsPropKernel.Run(parameter, gradient, first, second, third, count, step);
    }
}
