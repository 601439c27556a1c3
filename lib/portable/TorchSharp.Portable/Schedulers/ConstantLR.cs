namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times a factor, for the first total_iters epochs.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _length;

                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (factor is not (>= 0 and <= 1)) throw new ArgumentException($"expected a factor between 0 and 1, got {factor}", nameof(factor));
                        (_factor, _length) = (factor, total_iters);
                        Begin();
                    }

                    private protected override double NextRate(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        if (LastEpoch == 0) return rate * _factor;
                        return LastEpoch == _length ? rate * (1 / _factor) : rate;
                    }

                    private protected override double? ClosedFormRate(int group) => BaseRates[group] * (LastEpoch >= _length ? 1 : _factor);
                }
            }
        }
    }
}
