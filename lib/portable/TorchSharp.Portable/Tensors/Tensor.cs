using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Scopes;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A multi-dimensional array with a record of how it was computed. The object is small: a view of some <see cref="TensorStorage"/>
    /// (which other tensors may share), a <see cref="Layout"/>, and the graph node that computed it, if any.
    /// </summary>
    public partial class Tensor : IDisposable, IScoped
    {
        private Layout _layout;
        private long _offset;
        private ScalarType _type;
        private TensorStorage? _storage;
        private LiveToken? _live;

        /// <summary>A tensor over storage that it becomes a holder of. It counts as the caller's unless the engine is at work for itself.</summary>
        internal Tensor(TensorStorage storage, Layout layout, long offset, ScalarType type)
        {
            _storage = storage;
            _layout = layout;
            _offset = offset;
            _type = type;
            if (EngineWork.IsCallers) Publish();
        }

        /// <summary>A new handle on the memory of another tensor, outside its graph.</summary>
        private protected Tensor(Tensor source) : this(source.Memory.Hold(), source._layout, source._offset, source._type)
        {
        }

        /// <summary>Tensors alive in the process, not counting what the engine keeps for itself.</summary>
        public static long TotalCount => LiveToken.Count;

        /// <summary>The most that <see cref="TotalCount"/> has ever been.</summary>
        public static long PeakCount => LiveToken.Peak;

        /// <summary>The tensor was disposed.</summary>
        public bool IsInvalid => _storage is null;

        public ScalarType dtype => Valid._type;

        DisposeScope? IScoped.Scope { get; set; }

        int IScoped.ScopeIndex { get; set; }

        internal TensorStorage Memory => _storage ?? throw Disposed();

        /// <summary>Sizes and strides; readable even after disposal, for views that outlive their root.</summary>
        internal Layout Layout => _layout;

        /// <summary>Where the first element lies in storage, counted in elements.</summary>
        internal long Offset => _offset;

        private Tensor Valid => _storage is null ? throw Disposed() : this;

        private Layout ValidLayout => Valid._layout;

        /// <summary>Uninitialised memory for a result, row-major.</summary>
        internal static Tensor New(Layout layout, ScalarType type)
        {
            var contiguous = layout.Contiguous();
            return new Tensor(StoragePool.Rent(contiguous.Count * Dtype.Size(type)), contiguous, 0, type);
        }

        internal static Tensor New(ReadOnlySpan<long> sizes, ScalarType type) => New(Layout.Of(sizes), type);

        internal static Tensor NewZeros(Layout layout, ScalarType type)
        {
            var zeros = New(layout, type);
            zeros.RawBytes().Clear();
            return zeros;
        }

        /// <summary>
        /// The elements of a contiguous tensor. A span keeps its memory alive; take a pointer with <c>fixed (T* p = tensor.Elements&lt;T&gt;())</c>
        /// and only inside that block. A Bool tensor is read as <see cref="bool"/> or <see cref="byte"/>.
        /// </summary>
        internal Span<T> Elements<T>() where T : unmanaged
        {
            if (!_layout.IsContiguous) throw new InvalidOperationException("The elements of a strided view do not form a span: make it contiguous first.");
            return MemoryMarshal.CreateSpan(ref First<T>(), checked((int)_layout.Count));
        }

        /// <summary>The first element; the others follow at the strides of <see cref="Layout"/>.</summary>
        internal ref T First<T>() where T : unmanaged
        {
            if (Unsafe.SizeOf<T>() != Dtype.Size(_type))
                throw new InvalidOperationException($"Elements of type {_type} were read as {typeof(T).Name}.");
            return ref Memory.At<T>(_offset);
        }

        /// <summary>The elements of a contiguous tensor as bytes.</summary>
        internal Span<byte> RawBytes()
        {
            var size = Dtype.Size(_type);
            return MemoryMarshal.CreateSpan(ref Memory.At<byte>(_offset * size), checked((int)(_layout.Count * size)));
        }

        /// <summary>Another handle on the same elements: no copy, no graph. The caller disposes it.</summary>
        internal Tensor Share() => new(Memory.Hold(), _layout, _offset, _type);

        /// <summary>The same elements in row-major order: shared if they already are, copied if not. The caller disposes it.</summary>
        internal Tensor Dense() => _layout.IsContiguous ? Share() : Copying.ToDense(this);

        /// <summary>Lets this object stand for the elements of another tensor from here on: a parameter changes its type so.</summary>
        internal void TakeOver(Tensor source)
        {
            var old = Memory;
            _storage = source.Memory.Hold();
            (_layout, _offset, _type) = (source._layout, source._offset, source._type);
            old.Release();
        }

        /// <summary>Counts the tensor as the caller's, and hands it to the open dispose scope. Does nothing while the engine works for itself.</summary>
        internal Tensor Publish()
        {
            if (_live is not null || !EngineWork.IsCallers) return this;
            _live = new LiveToken();
            DisposeScopeManager.Register(this);
            return this;
        }

        public void Dispose()
        {
            GC.SuppressFinalize(this);
            if (Interlocked.Exchange(ref _storage, null) is not { } storage) return;
            storage.Release();
            if (_live is null) return;
            _live.Dispose();
            DisposeScopeManager.Forget(this);
        }

        private static InvalidOperationException Disposed() => new("Tensor invalid -- empty handle.");
    }
}
