using TorchSharp.Kernels.Recurrent;
using TorchSharp.Scopes;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of different lengths without padding: the rows of step 0 of all sequences, longest first, then those of
                /// step 1 of the sequences that have one, and so on.
                /// </summary>
                public sealed class PackedSequence : IDisposable, IScoped
                {
                    /// <summary>The rows, [Σ lengths, …].</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have each step; Int64.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>The sequences' places before they were sorted by length; null when they came sorted.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>The sequences' places after sorting; null when they came sorted.</summary>
                    public readonly Tensor? unsorted_indices;

                    private bool _disposed;

                    /// <summary>The tensors belong to the sequence from here on.</summary>
                    internal PackedSequence(Tensor data, Tensor batchSizes, Tensor? sortedIndices, Tensor? unsortedIndices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        batch_sizes = batchSizes.DetachFromDisposeScope();
                        sorted_indices = sortedIndices?.DetachFromDisposeScope();
                        unsorted_indices = unsortedIndices?.DetachFromDisposeScope();
                        DisposeScopeManager.Register(this);
                    }

                    DisposeScope? IScoped.Scope { get; set; }

                    int IScoped.ScopeIndex { get; set; }

                    public PackedSequence MoveToOuterDisposeScope()
                    {
                        ((IScoped)this).Scope?.MoveToOuter(this);
                        return this;
                    }

                    public PackedSequence DetachFromDisposeScope()
                    {
                        ((IScoped)this).Scope?.Detach(this);
                        return this;
                    }

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        if (((IScoped)this).Scope is { } scope) scope.MoveToOther(other, this);
                        else other?.Attach(this);
                        return this;
                    }

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other)
                    {
                        ArgumentNullException.ThrowIfNull(other);
                        return MoveToOtherDisposeScope(((IScoped)other).Scope);
                    }

                    public void Dispose()
                    {
                        if (_disposed) return;
                        _disposed = true;
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                        DisposeScopeManager.Forget(this);
                    }

                    internal SequenceShape Shape() => SequenceShape.Packed(batch_sizes.Elements<long>());

                    /// <summary>Other rows for the same sequences.</summary>
                    internal PackedSequence With(Tensor rows) =>
                        new(rows, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    /// <summary>A state [layers, batch, hidden] with the sequences in the order of the rows; null stays null.</summary>
                    internal Tensor? Sort(Tensor? state) =>
                        state is null ? null : sorted_indices is null ? state.alias() : state.index_select(1, sorted_indices);

                    /// <summary>A state with the sequences in the order in which they were packed; takes the given one over.</summary>
                    internal Tensor Unsort(Tensor state)
                    {
                        if (unsorted_indices is null) return state;
                        using (state) return state.index_select(1, unsorted_indices);
                    }
                }
            }
        }
    }
}
