using TorchSharp.Scopes;

namespace TorchSharp;

/// <summary>The dispose scopes of the current thread and the counts of what was made and disposed in and outside them.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? s_current;

    private readonly Stack<List<IDisposable?>> _lists = new();
    private readonly ThreadDisposeScopeStatistics _statistics = new();

    /// <summary>Counts for the current thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current._statistics;

    internal static DisposeScopeManager Current => s_current ??= new DisposeScopeManager();

    internal DisposeScope? Innermost { get; private set; }

    internal static void Register(IDisposable item)
    {
        var manager = Current;
        manager.Innermost?.Add(item);
        manager.Count(item)?.Created(manager.Innermost is not null);
    }

    /// <summary>Takes a disposed item off its scope's list and counts it.</summary>
    internal static void Forget(IDisposable item)
    {
        var owner = item is IScoped scoped ? scoped.Scope : null;
        owner?.Remove(item);
        Current.Count(item)?.Disposed(owner is not null);
    }

    internal DisposeScope Open() => Innermost = new DisposeScope(this, Innermost);

    internal void Close(DisposeScope scope, List<IDisposable?> list)
    {
        _lists.Push(list);
        for (var open = Innermost; open is not null; open = open.Outer)
        {
            if (!ReferenceEquals(open, scope)) continue;
            Innermost = scope.Outer;
            return;
        }
    }

    internal List<IDisposable?> TakeList() => _lists.TryPop(out var list) ? list : [];

    /// <summary>The counter that <paramref name="item"/> belongs to, or null when it is of a kind that is not counted.</summary>
    internal LifetimeStatistics? Count(IDisposable item) =>
        item is Tensor ? _statistics.TensorStatistics : item is IScoped ? _statistics.PackedSequenceStatistics : null;
}
