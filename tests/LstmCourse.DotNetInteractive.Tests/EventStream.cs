using Microsoft.DotNet.Interactive.Events;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>Hands each event to whoever listens at the moment.</summary>
internal sealed class EventStream : IObservable<KernelEvent>
{
    private readonly List<IObserver<KernelEvent>> _observers = [];

    public void Publish(KernelEvent happened)
    {
        foreach (var observer in _observers.ToArray()) observer.OnNext(happened);
    }

    public IDisposable Subscribe(IObserver<KernelEvent> observer)
    {
        _observers.Add(observer);
        return new Subscription(() => _observers.Remove(observer));
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
