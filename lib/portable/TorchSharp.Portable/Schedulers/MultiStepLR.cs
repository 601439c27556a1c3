namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by gamma at each milestone; a milestone named twice counts twice.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(milestones);
                        (_milestones, _gamma) = ([.. milestones], gamma);
                        Begin();
                    }

                    private protected override double NextRate(int group) =>
                        Groups[group].LearningRate * PreciseMath.Pow(_gamma, _milestones.Count(m => m == LastEpoch));

                    private protected override double? ClosedFormRate(int group) =>
                        BaseRates[group] * PreciseMath.Pow(_gamma, _milestones.Count(m => m <= LastEpoch));
                }
            }
        }
    }
}
