using System.Numerics;
using TorchSharp.Kernels.Optimizers;

namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba, 2015): a step size of its own for each element, from running means of the gradient and its square.</summary>
public partial class Adam : OptimizerHelper, optim.IBetas
{
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        })
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0) throw new ArgumentException($"Invalid ε: {eps}");
        if (beta1 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta1: {beta1}");
        if (beta2 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta2: {beta2}");
        if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        AddGroups(parameters);
    }

    public (double, double) Betas
    {
        get => ((Options)Defaults).Betas;
        set => ((Options)Defaults).Betas = value;
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options) =>
        Step(parameter, gradient, (State)state, (Options)options);

    /// <summary>The step of Adam and, with <paramref name="decoupled"/> weight decay, of AdamW.</summary>
    internal static void Step(Parameter parameter, Tensor gradient, State state, Options options, bool decoupled = false)
    {
        state.step++;
        var numbers = new AdamStep(
            options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.weight_decay!.Value,
            decoupled, options.maximize!.Value, state.step);
        ParameterMemory.Update(new AdamUpdate(numbers), parameter, gradient, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq);
    }

    private readonly struct AdamUpdate(AdamStep step) : IParameterUpdate
    {
        public unsafe void Run<T>(T* parameter, T* gradient, T* first, T* second, T* third, long count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            AdamKernel.Run(parameter, gradient, first, second, third, count, step);
    }
}
