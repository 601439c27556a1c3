namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One scheduler after another, each from its milestone on, where it begins at its own epoch 0.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_milestones.Length != _schedulers.Length - 1)
                        {
                            throw new ArgumentException(
                                $"expected one milestone fewer than schedulers, got {_milestones.Length} milestones for {_schedulers.Length} schedulers",
                                nameof(milestones));
                        }

                        // Each scheduler took its first step when it was made; only the first one may have it.
                        LastEpoch = last_epoch + 1;
                        RestoreInitialRates();
                        foreach (var scheduler in _schedulers) scheduler.Rewind();
                        _schedulers[0].Begin();
                    }

                    private protected override void Advance(int? epoch)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        var current = _milestones.Count(m => m <= LastEpoch);
                        if (current > 0 && _milestones[current - 1] == LastEpoch) _schedulers[current].step(0);
                        else _schedulers[current].step();
                        for (var i = 0; i < Groups.Length; i++) SetRate(i, Groups[i].LearningRate);
                    }
                }
            }
        }
    }
}
