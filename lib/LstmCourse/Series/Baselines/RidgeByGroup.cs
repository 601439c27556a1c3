using TorchSharp;

namespace LstmCourse.Series.Baselines;

/// <summary>
/// A <see cref="RidgeRegression"/> for each group of examples, such as each hour of the day: where the groups follow other rules, one
/// straight line for all cannot.
/// </summary>
public sealed class RidgeByGroup
{
    private readonly Dictionary<int, RidgeRegression> _regressions;

    private RidgeByGroup(Dictionary<int, RidgeRegression> regressions) => _regressions = regressions;

    /// <summary>Fits a regression for each group.</summary>
    /// <param name="inputs">Shape (example, …); all axes after the first are features.</param>
    /// <param name="targets">Shape (example), one output.</param>
    /// <param name="groups">The group of each example.</param>
    /// <param name="l2">The penalty λ, above 0, the same for all groups.</param>
    /// <exception cref="ArgumentException">The numbers of examples differ, or there are none.</exception>
    public static RidgeByGroup Fit(torch.Tensor inputs, torch.Tensor targets, IEnumerable<int> groups, double l2)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.dim() != 1)
            throw new ArgumentException($"Expected targets (example), got [{string.Join(", ", targets.shape)}].", nameof(targets));
        return new(Rows(inputs, groups).ToDictionary(group => group.Key, group =>
        {
            using var rows = torch.tensor(group.ToArray());
            using var scope = torch.NewDisposeScope();
            return RidgeRegression.Fit(inputs[rows], targets[rows], l2);
        }));
    }

    /// <summary>What each example's regression says.</summary>
    /// <param name="inputs">Shape (example, …), with as many features as it was fitted on.</param>
    /// <param name="groups">The group of each example.</param>
    /// <returns>Shape (example), Float32.</returns>
    /// <exception cref="ArgumentException">The numbers of examples differ, or there was no such group when it was fitted.</exception>
    public torch.Tensor Predict(torch.Tensor inputs, IEnumerable<int> groups)
    {
        var rows = Rows(inputs, groups);
        using var scope = torch.NewDisposeScope();
        var forecast = torch.zeros(inputs.shape[0]);
        foreach (var group in rows)
        {
            if (!_regressions.TryGetValue(group.Key, out var regression))
                throw new ArgumentException($"There was no example of group {group.Key} to learn from.", nameof(groups));
            var chosen = torch.tensor(group.ToArray());
            forecast[chosen] = regression.Predict(inputs[chosen]).squeeze(1);
        }

        return forecast.MoveToOuterDisposeScope();
    }

    private static ILookup<int, long> Rows(torch.Tensor inputs, IEnumerable<int> groups)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(groups);
        int[] all = [.. groups];
        return all.Length == inputs.shape[0] ? Enumerable.Range(0, all.Length).ToLookup(i => all[i], i => (long)i)
            : throw new ArgumentException(
                $"Expected a group for each of the {inputs.shape[0]} examples, got {all.Length}.", nameof(groups));
    }
}
