using System.Numerics;
using TorchSharp.Kernels.Optimizers;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum (Polyak's, or Nesterov's with a look-ahead) on demand.</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        })
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (momentum < 0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
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
        var first = o.momentum != 0 && s.momentum_buffer is null;
        if (first) s.StartVelocity();
        var step = new SgdStep(
            o.LearningRate!.Value, o.momentum!.Value, o.dampening!.Value, o.weight_decay!.Value, o.nesterov!.Value, o.maximize!.Value, first);
        ParameterMemory.Update(new SgdUpdate(step), parameter, gradient, s.momentum_buffer, null, null);
    }

    private readonly struct SgdUpdate(SgdStep step) : IParameterUpdate
    {
        public unsafe void Run<T>(T* parameter, T* gradient, T* first, T* second, T* third, long count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => SgdKernel.Run(parameter, gradient, first, count, step);
    }
}
