using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets the learning rates of an optimizer's parameter groups, epoch by epoch. Step it after the optimizer. As in PyTorch,
            /// schedulers derive the next rate from the current one where they can, so that several may act on one optimizer.
            /// </summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                private readonly double[] _lastRates;
                private readonly double[] _baseRates;
                private readonly bool _verbose;

                /// <summary>For schedulers that drive others and own no rates.</summary>
                protected LRScheduler()
                {
                    Groups = [];
                    _lastRates = [];
                    _baseRates = [];
                }

                /// <param name="optimizer">The optimizer whose rates are set.</param>
                /// <param name="last_epoch">The last epoch that a resumed training finished; −1 starts anew.</param>
                /// <param name="verbose">Whether each change of a rate is written to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Groups = [.. optimizer.ParamGroups];
                    LastEpoch = last_epoch;
                    _verbose = verbose;
                    _lastRates = new double[Groups.Length];
                    _baseRates = new double[Groups.Length];
                    for (var i = 0; i < Groups.Length; i++)
                    {
                        if (last_epoch == -1 && Groups[i] is ParamGroup { HasSchedule: false } group)
                        {
                            group.InitialLearningRate = group.LearningRate;
                            group.HasSchedule = true;
                        }
                        _lastRates[i] = Groups[i].LearningRate;
                        _baseRates[i] = Groups[i].InitialLearningRate;
                    }
                }

                private protected ILearningRateController[] Groups { get; }

                private protected int LastEpoch { get; set; }

                /// <summary>The rates that the groups began with.</summary>
                private protected IReadOnlyList<double> BaseRates => _baseRates;

                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>Goes to the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to the given epoch, or to the next.</summary>
                public virtual void step(int? epoch) => Advance(epoch);

                private protected virtual void Advance(int? epoch)
                {
                    _step_count++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    SetRates(epoch is null ? get_lr() : get_closed_form_lr());
                }

                /// <summary>For <see cref="impl.ReduceLROnPlateau"/>, which watches a number.</summary>
                /// <exception cref="InvalidOperationException">Always, for the schedulers that follow the epoch alone.</exception>
                public virtual void step(double current, int? epoch = null) => throw new InvalidOperationException(
                    "step(double, int?) is for the ReduceLROnPlateau scheduler. Use step() or step(int?), instead.");

                /// <summary>The rates of the epoch at hand, derived from the current ones.</summary>
                protected virtual IEnumerable<double> get_lr()
                {
                    var rates = new double[Groups.Length];
                    for (var i = 0; i < rates.Length; i++) rates[i] = NextRate(i);
                    return rates;
                }

                /// <summary>The rates of the epoch at hand, derived from the initial ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr()
                {
                    var rates = new double[Groups.Length];
                    for (var i = 0; i < rates.Length; i++) rates[i] = ClosedFormRate(i) ?? NextRate(i);
                    return rates;
                }

                private protected virtual double NextRate(int group) => Groups[group].LearningRate;

                /// <summary>Null where a schedule has no closed form.</summary>
                private protected virtual double? ClosedFormRate(int group) => null;

                /// <summary>Steps back before the first epoch, so that another scheduler can say when this one begins.</summary>
                internal void Rewind() => LastEpoch--;

                internal void RestoreInitialRates()
                {
                    foreach (var group in Groups) group.LearningRate = group.InitialLearningRate;
                }

                /// <summary>The step that puts epoch 0 in force. The last line of a scheduler's constructor.</summary>
                internal void Begin()
                {
                    _step_count = 0;
                    step();
                }

                private void SetRates(IEnumerable<double> rates)
                {
                    var i = 0;
                    foreach (var rate in rates)
                    {
                        SetRate(i, rate);
                        i++;
                    }
                }

                private protected void SetRate(int group, double rate)
                {
                    Groups[group].LearningRate = rate;
                    if (_verbose && rate != _lastRates[group])
                    {
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                            $"Epoch {LastEpoch}: adjusting learning rate of group {group} to {rate}."));
                    }
                    _lastRates[group] = rate;
                }
            }
        }
    }
}
