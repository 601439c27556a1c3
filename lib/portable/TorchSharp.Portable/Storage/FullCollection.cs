namespace TorchSharp.Storage;

/// <summary>Calls back after each full garbage collection, by way of an object that is finalised once a collection and then revives itself.</summary>
internal sealed class FullCollection
{
    private readonly Action _action;
    private int _seen = GC.CollectionCount(2);

    private FullCollection(Action action) => _action = action;

    ~FullCollection()
    {
        if (Environment.HasShutdownStarted) return;
        var collections = GC.CollectionCount(2);
        if (collections != _seen) _action();
        _seen = collections;
        GC.ReRegisterForFinalize(this);
    }

    internal static void Notify(Action action) => _ = new FullCollection(action);
}
