namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                private static T[] PerGroup<T>(IEnumerable<T> values, int groups, string name)
                {
                    ArgumentNullException.ThrowIfNull(values, name);
                    T[] all = [.. values];
                    return all.Length == groups
                        ? all
                        : throw new ArgumentException($"expected one value for each of the {groups} parameter groups, got {all.Length}", name);
                }

                /// <summary>Adam has no momentum of that name; its first beta is one.</summary>
                private static void SetMomentum(ILearningRateController group, double momentum)
                {
                    if (group is IMomentum plain) plain.Momentum = momentum;
                    else if (group is IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
                }

                private static void RequireMomentum(ILearningRateController[] groups)
                {
                    if (!Array.TrueForAll(groups, g => g is IMomentum or IBetas))
                        throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                }
            }
        }
    }
}
