namespace TorchSharp.Modules;

/// <summary>Parameters that an optimizer treats alike.</summary>
public class ParamGroup : optim.ILearningRateController
{
    private Parameter[] _parameters = [];

    public IEnumerable<Parameter> Parameters
    {
        get => _parameters;
        set => _parameters = [.. value];
    }

    public OptimizerOptions Options { get; set; } = null!;

    public double LearningRate
    {
        get => Options.LearningRate ?? 0;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    /// <summary>A schedule has taken the learning rate as the initial one; others on the same optimizer go by that.</summary>
    internal bool HasSchedule { get; set; }

    /// <summary>The parameters beside what the optimizer remembers of them.</summary>
    internal (Parameter Parameter, OptimizerState State)[] Slots { get; set; } = [];
}
