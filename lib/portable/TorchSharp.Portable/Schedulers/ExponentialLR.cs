namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by gamma every epoch.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        Begin();
                    }

                    private protected override double NextRate(int group) =>
                        LastEpoch == 0 ? Groups[group].LearningRate : Groups[group].LearningRate * _gamma;

                    private protected override double? ClosedFormRate(int group) => BaseRates[group] * PreciseMath.Pow(_gamma, LastEpoch);
                }
            }
        }
    }
}
