namespace TorchSharp.Modules;

/// <summary>What all optimizers here have in common: groups, state, and the walk over the parameters.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private protected OptimizerHelper(OptimizerOptions defaults) => Defaults = defaults;

    private protected OptimizerOptions Defaults { get; }

    public override void zero_grad()
    {
        foreach (var group in Groups)
        {
            foreach (var (parameter, _) in group.Slots)
            {
                if (parameter.GradientStore is { } gradient) InPlace.Fill(gradient, 0);
            }
        }
    }

    /// <exception cref="ArgumentException">A parameter belongs to another group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        var known = new HashSet<object>(Groups.SelectMany(g => g.Parameters), ReferenceEqualityComparer.Instance);
        if (param_group.Parameters.Any(known.Contains))
            throw new ArgumentException("some parameters appear in more than one parameter group", nameof(param_group));

        param_group.Options ??= NewOptions();
        param_group.Options.Complete(Defaults);
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        param_group.Slots = [.. param_group.Parameters.Select(p => (p, NewState(p)))];
        foreach (var (_, state) in param_group.Slots) state.Initialize(param_group.Options);
        Groups.Add(param_group);
    }

    public void to(Device device) => Device.RequireCpu(device);

    private protected void AddGroups(IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups) add_param_group(group);
    }

    private protected abstract OptimizerOptions NewOptions();

    private protected abstract OptimizerState NewState(Parameter parameter);
}
