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
                /// Half a cosine from the initial rate to <c>eta_min</c> over <c>T_max</c> epochs, and back
                /// (Loshchilov and Hutter, SGDR, 2017, without the restarts).
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _halfPeriod;
                    private readonly double _minimum;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                        (_halfPeriod, _minimum) = (T_max, eta_min);
                        Begin();
                    }

                    private protected override double NextRate(int group)
                    {
                        var rate = Groups[group].LearningRate;
                        if (LastEpoch == 0) return rate;
                        if (_step_count == 1) return ClosedFormRate(group)!.Value;

                        // At the turning point the quotient below would be 0/0.
                        if ((LastEpoch - 1 - _halfPeriod) % (2 * _halfPeriod) == 0)
                            return rate + (BaseRates[group] - _minimum) * (1 - PreciseMath.CosPi(1 / _halfPeriod)) / 2;

                        return (1 + PreciseMath.CosPi(LastEpoch / _halfPeriod)) / (1 + PreciseMath.CosPi((LastEpoch - 1) / _halfPeriod))
                            * (rate - _minimum) + _minimum;
                    }

                    private protected override double? ClosedFormRate(int group) =>
                        _minimum + (BaseRates[group] - _minimum) * (1 + PreciseMath.CosPi(LastEpoch / _halfPeriod)) / 2;
                }
            }
        }
    }
}
