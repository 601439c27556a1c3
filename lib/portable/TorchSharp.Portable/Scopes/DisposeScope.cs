using TorchSharp.Scopes;

namespace TorchSharp;

/// <summary>
/// Owns the tensors made while it is the innermost open scope of its thread, and disposes them when it ends. Results leave with
/// <see cref="MoveToOuter{T}(T)"/> or <see cref="Detach{T}(T)"/>.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private List<IDisposable?>? _owned;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        Outer = outer;
        _owned = manager.TakeList();
    }

    /// <summary>The number of things the scope would dispose now.</summary>
    public int DisposablesCount => View().Count;

    /// <summary>What the scope would dispose now, oldest first.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => View();

    internal DisposeScope? Outer { get; }

    public bool Contains(IDisposable disposable) =>
        disposable is IScoped scoped ? ReferenceEquals(scoped.Scope, this) : _owned?.Contains(disposable) ?? false;

    /// <summary>Tells the scope that something it owns was disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    /// <summary>Disposes what the scope owns; the scope stays open.</summary>
    public void DisposeEverything()
    {
        if (_owned is not { } owned) return;
        // Disposing a tensor takes it off the list, which leaves null in its place.
        for (var i = 0; i < owned.Count; i++)
        {
            var item = owned[i];
            owned[i] = null;
            item?.Dispose();
        }
        owned.Clear();
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ArgumentNullException.ThrowIfNull(inKeep);
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        var kept = View().FindAll(keep.Contains);
        foreach (var item in kept) Remove(item);
        DisposeEverything();
        foreach (var item in kept) Add(item);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut(keep as IDisposable);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut(first, second as IDisposable);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut(first, second, third as IDisposable);
        return (first, second, third);
    }

    /// <summary>Ends the scope and disposes what it owns.</summary>
    public void Dispose()
    {
        if (_owned is not { } owned) return;
        DisposeEverything();
        _owned = null;
        _manager.Close(this, owned);
    }

    internal void Add(IDisposable item)
    {
        if (_owned is not { } owned) throw new ObjectDisposedException(nameof(DisposeScope), "The dispose scope has already ended.");
        if (item is IScoped scoped)
        {
            scoped.Scope = this;
            scoped.ScopeIndex = owned.Count;
        }
        owned.Add(item);
    }

    internal bool Remove(IDisposable item)
    {
        if (_owned is not { } owned) return false;
        if (item is not IScoped scoped) return owned.Remove(item);
        if (!ReferenceEquals(scoped.Scope, this)) return false;
        owned[scoped.ScopeIndex] = null;
        scoped.Scope = null;
        return true;
    }

    private List<IDisposable> View() => _owned is null ? [] : [.. _owned.OfType<IDisposable>()];
}
