namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// One rise to the greatest rate and one fall far below the initial one, stepped after each batch
                /// (Smith and Topin, Super-Convergence, 2018). The momentum goes the other way.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly Func<double, double, double, double> _anneal;
                    private readonly int _totalSteps;
                    private readonly double[] _highest;
                    private readonly double[] _lowMomentum;
                    private readonly double[] _highMomentum;
                    private readonly double _divFactor;
                    private readonly double _finalDivFactor;
                    private readonly bool _cycleMomentum;
                    private readonly Phase[] _phases;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Enumerable.Repeat(max_lr, optimizer.ParamGroups.Count()), total_steps, epochs, steps_per_epoch, pct_start,
                            anneal_strategy, cycle_momentum, Enumerable.Repeat(base_momentum, optimizer.ParamGroups.Count()),
                            Enumerable.Repeat(max_momentum, optimizer.ParamGroups.Count()), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps == -1 && (epochs <= 0 || steps_per_epoch <= 0))
                            throw new ArgumentException("expected total_steps, or both epochs and steps_per_epoch, as positive numbers");
                        if (pct_start is not (>= 0 and <= 1)) throw new ArgumentException($"expected pct_start between 0 and 1, got {pct_start}", nameof(pct_start));
                        _totalSteps = total_steps == -1 ? epochs * steps_per_epoch : total_steps;
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_totalSteps, nameof(total_steps));

                        _anneal = anneal_strategy == AnnealStrategy.Cos ? Cosine : Linear;
                        _highest = PerGroup(max_lr, Groups.Length, nameof(max_lr));
                        (_divFactor, _finalDivFactor, _cycleMomentum) = (div_factor, final_div_factor, cycle_momentum);
                        _lowMomentum = PerGroup(base_momentum ?? Enumerable.Repeat(0.85, Groups.Length), Groups.Length, nameof(base_momentum));
                        _highMomentum = PerGroup(max_momentum ?? Enumerable.Repeat(0.95, Groups.Length), Groups.Length, nameof(max_momentum));
                        if (cycle_momentum) RequireMomentum(Groups);

                        var peak = pct_start * _totalSteps - 1;
                        _phases = three_phase
                            ? [new(peak, Level.Initial, Level.Highest), new(2 * pct_start * _totalSteps - 2, Level.Highest, Level.Initial), new(_totalSteps - 1, Level.Initial, Level.Final)]
                            : [new(peak, Level.Initial, Level.Highest), new(_totalSteps - 1, Level.Highest, Level.Final)];

                        if (last_epoch == -1)
                        {
                            for (var i = 0; i < Groups.Length; i++)
                            {
                                Groups[i].InitialLearningRate = Rate(i, Level.Initial);
                                if (cycle_momentum) SetMomentum(Groups[i], _highMomentum[i]);
                            }
                        }
                        Begin();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    private enum Level
                    {
                        Initial,
                        Highest,
                        Final,
                    }

                    private protected override double NextRate(int group)
                    {
                        if (LastEpoch > _totalSteps)
                        {
                            throw new InvalidOperationException(
                                $"Tried to step {LastEpoch} times. The specified number of total steps is {_totalSteps}");
                        }

                        var start = 0.0;
                        var index = 0;
                        while (index < _phases.Length - 1 && LastEpoch > _phases[index].End) start = _phases[index++].End;
                        var phase = _phases[index];
                        var done = (LastEpoch - start) / (phase.End - start);
                        if (_cycleMomentum) SetMomentum(Groups[group], _anneal(Momentum(group, phase.From), Momentum(group, phase.To), done));
                        return _anneal(Rate(group, phase.From), Rate(group, phase.To), done);
                    }

                    private double Rate(int group, Level level) => level switch
                    {
                        Level.Highest => _highest[group],
                        Level.Initial => _highest[group] / _divFactor,
                        _ => _highest[group] / _divFactor / _finalDivFactor,
                    };

                    private double Momentum(int group, Level level) => level == Level.Highest ? _lowMomentum[group] : _highMomentum[group];

                    private static double Cosine(double from, double to, double done) => to + (from - to) / 2 * (1 + PreciseMath.CosPi(done));

                    private static double Linear(double from, double to, double done) => (to - from) * done + from;

                    private readonly record struct Phase(double End, Level From, Level To);
                }
            }
        }
    }
}
