namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by gamma every <c>step_size</c> epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _stepSize;
                    private readonly double _gamma;

                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step_size);
                        (_stepSize, _gamma) = (step_size, gamma);
                        Begin();
                    }

                    private protected override double NextRate(int group) =>
                        LastEpoch == 0 || LastEpoch % _stepSize != 0 ? Groups[group].LearningRate : Groups[group].LearningRate * _gamma;

                    private protected override double? ClosedFormRate(int group) => BaseRates[group] * PreciseMath.Pow(_gamma, LastEpoch / _stepSize);
                }
            }
        }
    }
}
