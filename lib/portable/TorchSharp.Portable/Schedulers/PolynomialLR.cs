namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times (1 − epoch/total_iters)^power, then 0.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _length;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_length, _power) = (total_iters, power);
                        Begin();
                    }

                    private protected override double NextRate(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        if (LastEpoch == 0 || LastEpoch > _length) return rate;
                        return rate * PreciseMath.Pow((1 - (double)LastEpoch / _length) / (1 - (double)(LastEpoch - 1) / _length), _power);
                    }

                    private protected override double? ClosedFormRate(int group) =>
                        BaseRates[group] * PreciseMath.Pow(1 - (double)Math.Min(_length, LastEpoch) / _length, _power);
                }
            }
        }
    }
}
