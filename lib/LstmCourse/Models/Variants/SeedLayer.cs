using static TorchSharp.torch;

namespace LstmCourse.Models.Variants;

/// <summary>
/// A recurrent layer several times over, once for each seed, in the same tensors: every weight has a leading axis of seeds, and one product
/// of a batch of matrices serves them all. The copies do not meet, so each is trained as if it were alone.
/// </summary>
public abstract class SeedLayer : nn.Module<Tensor, IReadOnlyList<Tensor>>
{
    private protected SeedLayer(string name, int inputSize, int hiddenSize, IReadOnlyList<int> seeds) : base(name)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        if (seeds.Count == 0) throw new ArgumentException("Expected at least one seed, got none.", nameof(seeds));
        (InputSize, HiddenSize, Seeds) = (inputSize, hiddenSize, [.. seeds]);
    }

    /// <summary>Numbers of an input.</summary>
    public int InputSize { get; }

    /// <summary>Hidden units of each copy.</summary>
    public int HiddenSize { get; }

    /// <summary>The seeds of the first weights, one for each copy.</summary>
    public IReadOnlyList<int> Seeds { get; }

    /// <summary>Parameters of one copy.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel()) / Seeds.Count;

    /// <summary>Reads sequences, from a state of zeros.</summary>
    /// <param name="input">Shape (seeds, batch, time, input): what each copy reads.</param>
    /// <returns>The hidden state after every step: as many tensors as there are steps, each (seeds, batch, hidden).</returns>
    /// <exception cref="ArgumentException">The shape is not as said.</exception>
    public sealed override IReadOnlyList<Tensor> forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() != 4 || input.size(0) != Seeds.Count || input.size(3) != InputSize)
        {
            throw new ArgumentException(
                $"Expected (seeds, batch, time, input) with seeds = {Seeds.Count} and input = {InputSize}," +
                $" got [{string.Join(", ", input.shape)}].", nameof(input));
        }

        return Read(input);
    }

    private protected abstract IReadOnlyList<Tensor> Read(Tensor input);

    /// <summary>x W + b for all steps at once: (seeds, batch, time, input) → for each step (seeds, batch, columns).</summary>
    private protected static Tensor[] Project(Tensor input, Tensor weight, Tensor bias)
    {
        var (seeds, batch, time) = (input.size(0), input.size(1), input.size(2));
        var steps = input.transpose(1, 2).reshape(seeds, time * batch, input.size(3));
        return steps.bmm(weight).Plus(bias).view(seeds, time, batch, weight.size(2)).unbind(1);
    }

    /// <summary>The state before the first step: (seeds, batch, hidden) zeros.</summary>
    private protected Tensor StartFor(Tensor input) => zeros([Seeds.Count, input.size(1), HiddenSize], input.dtype);
}
