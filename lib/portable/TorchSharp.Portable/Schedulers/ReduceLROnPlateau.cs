using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lowers the rate when a watched number has not improved for more than <c>patience</c> epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _smallerIsBetter;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly double _threshold;
                    private readonly double _eps;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _lowest;
                    private readonly bool _verbose;
                    private double _best;
                    private int _badEpochs;
                    private int _cooldownLeft;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer)
                    {
                        if (factor >= 1) throw new ArgumentException($"expected a factor below 1, got {factor}", nameof(factor));
                        if (mode is not ("min" or "max")) throw new ArgumentException($"expected mode \"min\" or \"max\", got \"{mode}\"", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"expected threshold_mode \"rel\" or \"abs\", got \"{threshold_mode}\"", nameof(threshold_mode));

                        (_smallerIsBetter, _relative) = (mode == "min", threshold_mode == "rel");
                        (_factor, _patience, _threshold, _cooldown, _eps, _verbose) = (factor, patience, threshold, cooldown, eps, verbose);
                        _lowest = min_lr is { Count: 1 } or null
                            ? [.. Enumerable.Repeat(min_lr?[0] ?? 0, Groups.Length)]
                            : PerGroup(min_lr, Groups.Length, nameof(min_lr));
                        _best = _smallerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <exception cref="InvalidOperationException">Always: this scheduler needs the watched number.</exception>
                    public override void step() => throw new InvalidOperationException(
                        "step() should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    /// <exception cref="InvalidOperationException">Always: this scheduler needs the watched number.</exception>
                    public override void step(int? epoch) => step();

                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        if (IsBetter(current)) (_best, _badEpochs) = (current, 0);
                        else _badEpochs++;

                        if (_cooldownLeft > 0)
                        {
                            _cooldownLeft--;
                            _badEpochs = 0;
                        }

                        if (_badEpochs > _patience)
                        {
                            Reduce();
                            (_cooldownLeft, _badEpochs) = (_cooldown, 0);
                        }
                    }

                    private bool IsBetter(double current) => (_smallerIsBetter, _relative) switch
                    {
                        (true, true) => current < _best * (1 - _threshold),
                        (true, false) => current < _best - _threshold,
                        (false, true) => current > _best * (1 + _threshold),
                        (false, false) => current > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        for (var i = 0; i < Groups.Length; i++)
                        {
                            var old = Groups[i].LearningRate;
                            var reduced = Math.Max(old * _factor, _lowest[i]);
                            if (old - reduced <= _eps) continue;
                            SetRate(i, reduced);
                            if (_verbose)
                            {
                                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                                    $"Epoch {LastEpoch}: reducing learning rate of group {i} to {reduced}."));
                            }
                        }
                    }
                }
            }
        }
    }
}
