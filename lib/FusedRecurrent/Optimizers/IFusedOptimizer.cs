namespace FusedRecurrent;

/// <summary>An optimizer that can clip and step in one go.</summary>
public interface IFusedOptimizer
{
    /// <summary>
    /// As <c>clip_grad_norm_</c> over all of the optimizer's parameters and then <c>step</c>, in two passes over the memory in place of a
    /// dozen. The gradients themselves stay as they are.
    /// </summary>
    /// <param name="max_norm">The largest norm that all gradients together may have; positive.</param>
    /// <returns>The norm that they had.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="max_norm"/> is not positive.</exception>
    double clip_and_step(double max_norm);
}
