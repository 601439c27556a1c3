namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate goes up and down between two bounds, stepped after each batch (Smith, Cyclical Learning Rates, 2017).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] _lowest;
                    private readonly double[] _highest;
                    private readonly double[] _lowMomentum;
                    private readonly double[] _highMomentum;
                    private readonly double _length;
                    private readonly double _upShare;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scaleByCycle;
                    private readonly bool _cycleMomentum;

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Enumerable.Repeat(base_lr, optimizer.ParamGroups.Count()), Enumerable.Repeat(max_lr, optimizer.ParamGroups.Count()),
                            step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            Enumerable.Repeat(base_momentum, optimizer.ParamGroups.Count()), Enumerable.Repeat(max_momentum, optimizer.ParamGroups.Count()),
                            last_epoch, verbose)
                    {
                    }

                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step_size_up);
                        var down = step_size_down == -1 ? step_size_up : step_size_down;
                        _length = step_size_up + down;
                        _upShare = step_size_up / _length;
                        _lowest = PerGroup(base_lr, Groups.Length, nameof(base_lr));
                        _highest = PerGroup(max_lr, Groups.Length, nameof(max_lr));
                        _cycleMomentum = cycle_momentum;
                        _lowMomentum = PerGroup(base_momentum ?? Enumerable.Repeat(0.8, Groups.Length), Groups.Length, nameof(base_momentum));
                        _highMomentum = PerGroup(max_momentum ?? Enumerable.Repeat(0.9, Groups.Length), Groups.Length, nameof(max_momentum));
                        if (cycle_momentum) RequireMomentum(Groups);

                        (_scale, _scaleByCycle) = (scale_fn, mode) switch
                        {
                            (not null, _) => (scale_fn, scale_mode == ScaleMode.Cycle),
                            (_, Mode.Triangular2) => (cycle => 1 / PreciseMath.Pow(2, cycle - 1), true),
                            (_, Mode.ExpRange) => (step => PreciseMath.Pow(gamma, step), false),
                            _ => (_ => 1.0, true),
                        };

                        if (last_epoch == -1)
                        {
                            for (var i = 0; i < Groups.Length; i++) Groups[i].LearningRate = _lowest[i];
                        }
                        Begin();
                    }

                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    private protected override double NextRate(int group)
                    {
                        var cycle = Math.Floor(1 + LastEpoch / _length);
                        var x = 1 + LastEpoch / _length - cycle;
                        var height = x <= _upShare ? x / _upShare : (x - 1) / (_upShare - 1);
                        height *= _scale(_scaleByCycle ? cycle : LastEpoch);

                        if (_cycleMomentum)
                            SetMomentum(Groups[group], _highMomentum[group] - (_highMomentum[group] - _lowMomentum[group]) * height);
                        return _lowest[group] + (_highest[group] - _lowest[group]) * height;
                    }
                }
            }
        }
    }
}
