using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Row-major handles on the up to four parameters of one layer and direction, for the time of one call.</summary>
internal ref struct DenseWeights
{
    private Four _tensors;
    private int _count;

    internal DenseWeights(ReadOnlySpan<Tensor?> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter is not null) Add(parameter);
        }
    }

    [UnscopedRef]
    internal ReadOnlySpan<Tensor?> All => ((ReadOnlySpan<Tensor?>)_tensors)[.._count];

    internal void Add(Tensor parameter) => _tensors[_count++] = parameter.Dense();

    public void Dispose()
    {
        foreach (var tensor in All) tensor?.Dispose();
    }

    [InlineArray(4)]
    private struct Four
    {
        private Tensor? _first;
    }
}
