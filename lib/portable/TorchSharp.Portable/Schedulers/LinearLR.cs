namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>A straight line from start_factor to end_factor times the initial rate, over total_iters epochs.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _length;

                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_start, _end, _length) = (start_factor, end_factor, total_iters);
                        Begin();
                    }

                    private protected override double NextRate(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        if (LastEpoch == 0) return rate * _start;
                        if (LastEpoch > _length) return rate;
                        return rate * (1 + (_end - _start) / (_length * _start + (LastEpoch - 1) * (_end - _start)));
                    }

                    private protected override double? ClosedFormRate(int group) =>
                        BaseRates[group] * (_start + (_end - _start) * Math.Min(_length, LastEpoch) / _length);
                }
            }
        }
    }
}
