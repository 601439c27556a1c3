using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>The up to four parameters of one layer and direction in row-major order, for the time of one call.</summary>
internal ref struct DenseWeights
{
    private Four _tensors;
    private Four _copies;
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

    internal void Add(Tensor parameter)
    {
        var copy = parameter.Layout.IsContiguous ? null : Copying.ToDense(parameter);
        _copies[_count] = copy;
        _tensors[_count++] = copy ?? parameter;
    }

    public void Dispose()
    {
        foreach (var copy in _copies) copy?.Dispose();
    }

    [InlineArray(4)]
    private struct Four
    {
        private Tensor? _first;
    }
}
